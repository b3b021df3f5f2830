import { describe, expect, test } from "vitest";
import { sure } from "@/lib/importing/schema";
import { toLines } from "@/lib/importing/to-lines";
import { understand } from "@/lib/importing/understand";

const read = (text: string) => understand(toLines(text), null, "2026-11-27");
const codes = (text: string) => read(text).warnings.map(({ code }) => code);
const ownersOf = (text: string, value: string) =>
  read(text)
    .recipients.filter(({ addresses }) => addresses.some((one) => one.value === value))
    .map(({ office, confidence }) => [office, confidence >= sure]);

describe("sentences", () => {
  test.each([
    [
      "Please fax the Minister of Justice at +977 1 421 1111. If you want to write to the family, his brother Mr. Bikram Pun answers e-mail at bikram@mail.example.np.",
      "bikram@mail.example.np",
    ],
    [
      "Please write to the Minister of Home Affairs, fax +977 1 421 1111, and to his mother, Mrs. Sarita Pun, Ward 5, sarita@mail.example.np.",
      "sarita@mail.example.np",
    ],
    [
      "Please write to the Minister of Home Affairs, fax +977 1 421 1111, and to Dr. Hari Basnet, hari@clinic.example.np.",
      "hari@clinic.example.np",
    ],
    [
      "Please write to the Minister of Home Affairs, fax +977 1 421 1111. For more information please contact the Director of the Harbour Centre at desk@harbour.example.np.",
      "desk@harbour.example.np",
    ],
    [
      "Please write to the Minister of Home Affairs, fax +977 1 421 1111. Please also write to Bikram Pun himself in prison, c/o Director, Nakkhu Jail, Lalitpur, jail@mail.example.np.",
      "jail@mail.example.np",
    ],
    [
      "Por favor escriban al Ministro de Justicia, fax +591 2 200 0000, y a la esposa del detenido, Sra. Ana Mamani, ana@mail.example.bo.",
      "ana@mail.example.bo",
    ],
    [
      "Veuillez écrire au Ministre de la Justice, fax +237 222 00 00 00, et à son avocat, Me Paul Essomba, paul@mail.example.cm.",
      "paul@mail.example.cm",
    ],
    [
      "Bitte schreiben Sie an den Justizminister, Fax +49 30 1234567, und an seine Frau, Anna Muster, anna@mail.example.de.",
      "anna@mail.example.de",
    ],
  ])("%s", (text, value) => {
    expect(ownersOf(text, value).filter(([office, isSure]) => office !== null || isSure)).toEqual([]);
    expect(ownersOf(text, "+97714211111").every(([office]) => office !== null)).toBe(true);
  });

  test("what goes on about the office in the next sentence is the office's", () => {
    const text = "Please write to the Minister of Justice in Kathmandu. His fax number is +977 1 421 1111.";
    expect(ownersOf(text, "+97714211111")).toEqual([["Minister of Justice", true]]);
  });

  test("warns of each address that was taken from nobody's office", () => {
    const text =
      "Please write to the Minister of Justice, fax +977 1 421 1111, and to his wife at wife@mail.example.np.";
    expect(read(text).warnings).toContainEqual({
      code: "person-as-recipient",
      values: { recipient: "wife@mail.example.np" },
      lines: [1],
    });
  });
});

const list = `Lin Haoran, a lawyer, was taken from his home on 3 May 2026.

Please send appeals to:

Minister of Public Security
14 East Street, Beijing
minister@mps.example.cn

Lin Haoran
Harbin Detention Centre No. 2, Cell 14
150001 Harbin
China

Mrs. Qiu Yan, wife of Lin Haoran
qiuyan@mail.example.cn

In solidarity,
Marta Lind
marta.lind@mail.example.se
`;

describe("a list", () => {
  test("of a victim and a wife has one sure recipient, and warns of the others", () => {
    const { recipients, warnings, persons } = read(list);
    expect(recipients.filter(({ confidence }) => confidence >= sure).map(({ office }) => office)).toEqual([
      "Minister of Public Security",
    ]);
    expect(warnings.filter(({ code }) => code === "person-as-recipient")).toHaveLength(2);
    expect(persons.map(({ name }) => name)).toContain("Lin Haoran");
  });

  test("who signs in solidarity is the sender", () => {
    expect(JSON.stringify(read(list).recipients)).not.toContain("marta.lind");
  });

  test.each([
    "Sra. Ana Mamani, esposa del detenido\nCalle 5, La Paz\nana@mail.example.bo",
    "Lawyer of the victim: Mr. Gopal Basnet\ngopal@mail.example.bo",
    "Mr. Bikram Pun\nNakkhu Jail, Lalitpur\nbikram@mail.example.bo",
  ])("%s: nobody sure", (block) => {
    const text = `Please write to:\n\nMinister of Justice\nmj@example.bo\n\n${block}\n`;
    expect(read(text).recipients.filter(({ confidence }) => confidence >= sure)).toHaveLength(1);
    expect(codes(text)).toContain("person-as-recipient");
  });

  test("an address below a name that was not known as one is not that of who stands above", () => {
    const text = "Please write to:\n\nMinister of Justice\nmj@example.bo\n\nanother of them\nother@mail.example.bo\n";
    expect(ownersOf(text, "other@mail.example.bo").filter(([office, isSure]) => office !== null || isSure)).toEqual([]);
  });

  test("who signs in another language is the sender", () => {
    const text =
      "Escriban a:\n\nMinistro de Justicia\nmj@example.bo\n\nSolidariamente,\nLuis Muestra\nluis@mail.example.pe\n";
    expect(JSON.stringify(read(text).recipients)).not.toContain("luis");
  });

  test("a prison's director is a recipient", () => {
    const text = "Please write to:\n\nDirector of Nakkhu Prison\nNakkhu Jail, Lalitpur\njail@example.np\n";
    expect(ownersOf(text, "jail@example.np")).toEqual([["Director of Nakkhu Prison", true]]);
  });

  test("a copy to the sender is no address of who stands above without one", () => {
    const text =
      "Send letters to:\n\n1. Mr. Bikram Pun\n   Nakkhu Jail, Lalitpur\n   Nepal\n\nPlease send a copy of your letter to: Harbour Watch, office@mail.example.np\n";
    expect(ownersOf(text, "office@mail.example.np").filter(([, isSure]) => isSure)).toEqual([]);
    expect(read(text).recipients.find(({ name }) => name === "Bikram Pun")?.addresses ?? []).not.toContainEqual(
      expect.objectContaining({ value: "office@mail.example.np" }),
    );
  });
});

describe("persons", () => {
  test.each([
    ["Lin Haoran, a lawyer, was arrested on 3 May 2026.", ["Lin Haoran"]],
    ["On 3 May 2026 Lin Haoran and Qiu Yan were detained by police officers.", ["Lin Haoran", "Qiu Yan"]],
    ["A student, Tashi Wangdu, was taken by police on 30 May 2026.", ["Tashi Wangdu"]],
    ["Police arrested Lin Haoran at his home.", ["Lin Haoran"]],
    ["We have learnt of the arrest of Lin Haoran in Harbin.", ["Lin Haoran"]],
    ["Juana Mamani, periodista, fue detenida el 3 de mayo.", ["Juana Mamani"]],
    ["Paul Essomba, avocat, a été arrêté le 3 mai.", ["Paul Essomba"]],
    ["Anna Muster wurde am 3. Mai verhaftet.", ["Anna Muster"]],
    ["Davi Exemplo foi preso em 3 de maio.", ["Davi Exemplo"]],
    ["Anna Esempio è stata arrestata il 3 maggio.", ["Anna Esempio"]],
    ["박하나 기자가 5월 3일 연행되었습니다.", ["박하나"]],
  ])("%s", (text, names) => {
    expect(read(text).persons.map(({ name }) => name)).toEqual(names);
    expect(codes(text)).not.toContain("no-person");
  });

  test("nobody found is a warning", () => {
    expect(codes("URGENT ACTION\n\nA village was burnt.")).toContain("no-person");
  });
});

const forwarded = (sender: string) =>
  `Please forward.\n\n---------- Forwarded message ----------\nFrom: ${sender}\nDate: Mon, 1 Jun 2026\nSubject: Student taken\nTo: Ida Berg <ida@mail.example.se>\n\nTashi Wangdu was taken by police on 30 May 2026.\n`;

describe("who sent it", () => {
  const headers = { from: "Ida Berg <ida@mail.example.se>", to: "", subject: "Fwd: Student taken", date: "" };

  test("a private person is neither the forwarder nor the originator", () => {
    const draft = understand(toLines(forwarded("Pema Lhamo <pema@mail.example.cn>")), headers, "2026-11-27");
    expect([draft.originator, draft.forwarder]).toEqual([null, null]);
    expect(draft.warnings.flatMap(({ code, values }) => (code === "private-sender" ? values.name : []))).toEqual([
      "Ida Berg",
      "Pema Lhamo",
    ]);
  });

  test("an organisation is", () => {
    const draft = read(forwarded("Harbour Rights Centre <desk@harbour.example.org>"));
    expect(draft.originator).toBe("Harbour Rights Centre");
    expect(draft.warnings.map(({ code }) => code)).not.toContain("private-sender");
  });
});

describe("small things", () => {
  test("the day to write before is no part of an office", () => {
    const text = "Please write to the Minister of the Interior before 30 June, fax +977 1 422 2222.";
    expect(ownersOf(text, "+97714222222")).toEqual([["Minister of the Interior", true]]);
  });

  test("a script is no recipient", () => {
    const text =
      'Please write to:\n\n<script>document.title = "owned"</script>\n\nMinister of Justice\nmj@example.bo\n';
    expect(read(text).recipients.map(({ office }) => office)).toEqual(["Minister of Justice"]);
  });

  test("an urgent action's own number is its reference", () => {
    expect(read("URGENT ACTION HW 17/2031\n\nA village was burnt.").reference).toBe("HW 17/2031");
  });
});
