import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toLines } from "@/lib/importing/to-lines";

/** A paragraph broken as mail programs do it: as many words to a line as fit. */
function wrapped(paragraph: string, columns: number, mark = ""): string {
  const lines: string[] = [];
  for (const word of paragraph.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => mark + line).join("\n");
}

function textOf(text: string): string[] {
  return toLines(text)
    .lines.filter(({ blank }) => !blank)
    .map((line) => line.text);
}

const narrative =
  "Three members of the weavers' cooperative of Santa Irene were taken from their homes in the early hours of 4 May by men in plain clothes who showed no warrant. Neighbours wrote down the number of one of the cars, which is registered to the Ministry of Public Works. Their families asked at the police station, at the barracks and at the office of the Prosecutor General and were told each time that nobody of that name was held there.";
const request =
  "Please write to the authorities below and ask them politely to say where the three weavers are, to let their families and their lawyers see them at once, and to release them unless they are charged with a recognisable offence under Article 12 of the Code.";
const german =
  "Am Morgen des 4. Mai wurden drei Mitglieder der Genossenschaft der Weber von Männern in Zivil aus ihren Häusern geholt, ohne dass ein Haftbefehl vorgelegt worden wäre. Die Nachbarn schrieben das Kennzeichen eines der Wagen auf, der auf das Ministerium für Öffentliche Arbeiten zugelassen ist, und gaben es der Staatsanwaltschaft.";
const korean =
  "지난 5월 4일 새벽 직조 협동조합의 조합원 세 명이 영장을 제시하지 않은 사복 차림의 남자들에게 집에서 끌려갔습니다. 가족들은 경찰서와 군부대와 검찰청을 찾아가 물었지만 그런 이름의 사람은 그곳에 없다는 대답만 들었습니다.";
const address = [
  "Lic. Ramiro Estévez Quintal",
  "Fiscal General de la República",
  "Avenida de los Tejedores No. 1450, piso 3",
  "Colonia Centro, C.P. 11000",
  "Ciudad Alta",
  "UTOPIA",
  "Fax: +52 55 0000 1234",
  "E-mail: fiscal@pgr.example",
];

describe("paragraphs that were broken at a width", () => {
  test.each([60, 65, 70, 72, 76, 78, 80])("are joined: %i columns", (columns) => {
    const text = [wrapped(narrative, columns), wrapped(request, columns)].join("\n\n");
    expect(textOf(text)).toEqual([narrative, request]);
  });

  test.each([60, 72, 80])("are joined where names begin with capitals, and no case is: %i columns", (columns) => {
    expect(textOf(wrapped(german, columns))).toEqual([german]);
    const wide = korean.split(" ").reduce<string[]>((lines, word) => {
      const last = lines.at(-1) ?? "";
      const long = Array.from(`${last} ${word}`).reduce((sum, sign) => sum + (sign > "\u1100" ? 2 : 1), 0) > columns;
      return long || last === "" ? [...lines, word] : [...lines.slice(0, -1), `${last} ${word}`];
    }, []);
    expect(textOf(wide.join("\n"))).toEqual([korean]);
  });

  test("keep the numbers of all their lines, and the repair says from what to what", () => {
    const text = `Title\n\n${wrapped(request, 70)}`;
    const { lines, repairs } = toLines(text);
    expect(lines.at(-1)?.numbers).toEqual([3, 4, 5, 6]);
    expect(repairs).toEqual([{ reason: "hard-wrap", from: wrapped(request, 70), to: request, lines: [3, 4, 5, 6] }]);
  });

  test("in a quotation of any depth", () => {
    for (const mark of ["> ", ">> ", "> > > ", ">>> > "]) {
      const { lines } = toLines(
        `I pass this on.\n\n${wrapped(narrative, 64, mark)}\n${mark.trim()}\n${wrapped(request, 64, mark)}`,
      );
      expect(lines.filter(({ blank }) => !blank).map((line) => line.text)).toEqual([
        "I pass this on.",
        narrative,
        request,
      ]);
      expect(lines.at(-1)?.depth).toBe(mark.split(">").length - 1);
    }
  });

  test("with the first line set in, and no empty line between them", () => {
    const text = [narrative, request].map((one) => `    ${wrapped(one, 68)}`).join("\n");
    expect(textOf(text)).toEqual([narrative, request]);
  });

  test("that another program broke again", () => {
    const text = wrapped(narrative, 76)
      .split("\n")
      .flatMap((line) => wrapped(line, 70).split("\n"))
      .join("\n");
    expect(textOf(text)).toEqual([narrative]);
  });

  test("with their tails fallen out of the quotation", () => {
    const text = wrapped(narrative, 74)
      .split("\n")
      .map((line) => wrapped(`> ${line}`, 72))
      .join("\n");
    expect(textOf(text)).toEqual([narrative]);
  });

  test("with an empty line between each two", () => {
    const lines = [wrapped(narrative, 68), wrapped(request, 68)].join("\n");
    expect(textOf(lines.replaceAll("\n", "\n\n"))).toEqual([narrative, request]);
  });

  test("ragged, as letters of different breadth leave them", () => {
    const words = narrative.split(" ");
    const lines: string[] = [];
    for (let at = 0, n = 0; at < words.length; n += 1) {
      const size = [13, 12, 14, 13, 12][n % 5] ?? 13;
      lines.push(words.slice(at, at + size).join(" "));
      at += size;
    }
    expect(textOf(lines.join("\n"))).toEqual([narrative]);
  });

  test("a word broken at a hyphen keeps it, and Chinese has no blank", () => {
    expect(textOf("They ask for a fair trial of the three men and for inter-\nnational observers at it.")).toEqual([
      "They ask for a fair trial of the three men and for inter-national observers at it.",
    ]);
    const line = "请写信给下列官员要求立即释放三名织工并保证他们的家属和律师能够见到他们";
    expect(textOf(`${line}\n${line}\n${line}\n并调查此案。`)).toEqual([`${line}${line}${line}并调查此案。`]);
  });

  test("lines broken inside a sentence where no width shows", () => {
    expect(textOf("March\n3, 2004\n\nWrite to the\nminister, and say\n\nDear\nMinister Okello,")).toEqual([
      "March 3, 2004",
      "Write to the minister, and say",
      "Dear Minister Okello,",
    ]);
  });
});

/** Lines between two paragraphs of prose. */
function around(lines: string[]): string {
  return [wrapped(narrative, 70), "", ...lines, "", wrapped(request, 70)].join("\n");
}

describe("what stays as it is", () => {
  test("an address", () => {
    expect(textOf(around(address))).toEqual([narrative, ...address, request]);
    expect(textOf(address.join("\n"))).toEqual(address);
  });

  test("an address right under a paragraph", () => {
    expect(textOf([wrapped(request, 70), ...address].join("\n"))).toEqual([request, ...address]);
  });

  test("an address whose lines are nearly as long as the text", () => {
    const long = [
      "The Honourable Aurelia Vandermeer, Minister of Justice and Attorney",
      "Ministry of Justice, Legal and Parliamentary Affairs, Second Floor",
      "Corner Fourth Street and Leopold Takawira Avenue, Private Bag 7704",
      "Port Meridian, Republic of Utopia",
    ];
    expect(textOf(around(long))).toEqual([narrative, ...long, request]);
  });

  test.each([
    ["a list", ["- release the three weavers;", "- let their families see them;", "- investigate who took them."]],
    ["a numbered list", ["1. Release them", "2. Let their families see them", "3. Investigate who took them"]],
    ["a list of letters", ["a) release them", "b) let their families see them", "(c) investigate"]],
    ["headings", ["URGENT ACTION", "THREE WEAVERS MISSING", "Fear for safety"]],
    ["a salutation", ["Dear Minister,", "I am writing about the three weavers."]],
    ["a salutation without a comma", ["Your Excellency", "I am writing about the three weavers."]],
    ["a closing", ["I look forward to your reply.", "Yours sincerely,", "Name", "Address"]],
    ["labels", ["Subject: Three weavers", "Fax: (52) 55/0000-1234", "Tel. 0000 1234", "E-mail a@b.example"]],
    ["headers", ["From: Ana Ruiz <ana@list.example>", "Date: Tue, 4 May 2004", "Subject: three weavers"]],
    ["rules", ["Thank you", "--------------------", "The following is a letter", "*****", "end"]],
    ["names", ["Tomás Arce Ibáñez (m), aged 31", "Rosa Ilse Quintal (f), aged 28", "José Uc (m)"]],
    ["links", ["See also", "http://www.weavers.example/news/2004/05/04.html", "www.weavers.example"]],
    ["verses of capitals in Korean", ["서울특별시 종로구", "세종로 77", "외교부 장관 귀하"]],
    ["a signature", ["Thank you.", "Urgent Appeals Programme", "House of Weavers (HOW)"]],
  ])("%s", (_name, lines) => {
    expect(textOf(lines.join("\n"))).toEqual(lines);
    expect(textOf(around(lines))).toEqual([narrative, ...lines, request]);
  });

  test("a paragraph after another without an empty line", () => {
    const text = `${wrapped(narrative, 70)}\n${wrapped(request, 70)}`;
    expect(textOf(text)).toEqual([narrative, request]);
  });

  test("items of a list that were broken are each one line", () => {
    const items = [
      "say where the three weavers are held and let their families and their lawyers see them at once",
      "release them unless they are charged with a recognisable offence and are given a fair trial",
    ];
    const text = items.map((item) => wrapped(`- ${item}`, 60).replace("\n", "\n  ")).join("\n");
    expect(textOf(text)).toEqual(items.map((item) => `- ${item}`));
    expect(textOf(text.replaceAll("\n  ", "\n"))).toEqual(items.map((item) => `- ${item}`));
  });

  test("long lines that nobody broke", () => {
    expect(textOf(`${narrative}\n${request}\nThank you.`)).toEqual([narrative, request, "Thank you."]);
  });
});

test("any paragraphs, at any usual width, come back as they were", () => {
  const word = fc
    .stringMatching(/^[a-z]{2,11}$/)
    .filter((one) => !["fax", "tel", "via", "rue", "web", "mail"].includes(one));
  const sentence = fc.array(word, { minLength: 12, maxLength: 30 }).map((words) => {
    const [first = "", ...rest] = words;
    return `${first.slice(0, 1).toUpperCase()}${first.slice(1)} ${rest.join(" ")}.`;
  });
  const paragraph = fc.array(sentence, { minLength: 2, maxLength: 5 }).map((sentences) => sentences.join(" "));
  const text = fc.array(paragraph, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(text, fc.integer({ min: 60, max: 80 }), (paragraphs, columns) => {
      expect(textOf(paragraphs.map((one) => wrapped(one, columns)).join("\n\n"))).toEqual(paragraphs);
    }),
    { numRuns: 300 },
  );
});
