import { describe, expect, test } from "vitest";
import { readParty } from "@/lib/importing/recognise/party";
import { toLines } from "@/lib/importing/to-lines";
import { understand } from "@/lib/importing/understand";

const told = "A boatman was arrested at the harbour on 3 May 2026, and nobody has seen him since.";
const tail = "\n\nPlease write to:\n\nMinister of Justice\nmj@example.bo\n";

function parties(text: string) {
  const { originator, forwarder, recipients, warnings } = understand(toLines(text), null, "2026-11-27");
  const warned = warnings.flatMap(({ code, values }) => (code === "private-sender" ? values.name : []));
  return { originator, forwarder, warned, named: recipients.map(({ name }) => name) };
}

describe("a private person is never shown, and warned of", () => {
  test.each([
    [`Forwarded by: Daw Khin\n\n${told}${tail}`, "Daw Khin"],
    [`Passed on by: Marta Lind\n\n${told}${tail}`, "Marta Lind"],
    [`Written by: Sarah Church\n\n${told}${tail}`, "Sarah Church"],
    [`Issued by: Ida Berg, Human Rights Defender\n\n${told}${tail}`, "Ida Berg"],
    [`Reenviado por: Ana Mamani\n\n${told}${tail}`, "Ana Mamani"],
    [`Reenviado por: Ana Mamani, defensora de derechos humanos\n\n${told}${tail}`, "Ana Mamani"],
    [`Transmis par : Paul Essomba\n\n${told}${tail}`, "Paul Essomba"],
    [`Weitergeleitet von: Anna Muster\n\n${told}${tail}`, "Anna Muster"],
    [`Encaminhado por: Davi Exemplo\n\n${told}${tail}`, "Davi Exemplo"],
    [`Inoltrato da: Anna Esempio\n\n${told}${tail}`, "Anna Esempio"],
    [`전달: 박하나\n\n${told}${tail}`, "박하나"],
    [`转发：林浩然\n\n${told}${tail}`, "林浩然"],
    [`أعاد إرساله: ليلى حداد\n\n${told}${tail}`, "ليلى حداد"],
    [`${told}\n\nInformation received from Ko Aung says that he is ill.${tail}`, "Ko Aung"],
    [`${told}\n\nThis appeal was written by Tashi Wangdu in exile.${tail}`, "Tashi Wangdu"],
    [`Tomás Okello\n\n${told}\n\n${told}\n${tail}\nThank you.\nTomás Okello, Malabo`, "Tomás Okello"],
  ])("%s", (text, name) => {
    expect(parties(text)).toMatchObject({ originator: null, forwarder: null, warned: [name] });
    expect(parties(text).named).not.toContain(name);
  });

  test("a name beside the banner is nobody's who wrote", () => {
    expect(parties(`Tashi Wangdu - URGENT ACTION\n\n${told}${tail}`).originator).toBeNull();
  });

  test("who is to be helped is nobody who wrote", () => {
    const text = `Please help Tashi to come home.\n\n${told}${tail}`;
    expect(parties(text).originator).toBeNull();
  });

  test("of somebody at an organisation only the organisation is shown", () => {
    expect(parties(`Forwarded by: Ida Berg, Harbour Network\n\n${told}${tail}`)).toMatchObject({
      forwarder: "Harbour Network",
      warned: ["Ida Berg"],
    });
  });
});

test("an organisation that a label names is shown without a warning", () => {
  const text = `Written by: Harbour Rights Centre\nForwarded by: Lantern Watch\n\n${told}${tail}`;
  expect(parties(text)).toMatchObject({ originator: "Harbour Rights Centre", forwarder: "Lantern Watch", warned: [] });
});

describe("organisations", () => {
  test.each([
    "Martin Muster Foundation",
    "Ida B. Berg Human Rights Centre",
    "Fundación Ana Mamani",
    "Anna-Muster-Stiftung",
    "Human Rights Defender Network",
    "Committee for Peace, Justice and Bread",
    "NKHR",
    "Voces Libres Oaxaca (VLO)",
    "Lawyers of the Harbour",
    "촛대인권센터",
    "푸른 등대모임",
    "香燭人權組織",
    "شبكة القنديل",
  ])("%s", (text) => {
    expect(readParty(text)).toEqual({ organisation: text, person: null });
  });
});

describe("persons, and the organisation beside them", () => {
  test.each([
    ["Daw Khin", "Daw Khin", null],
    ["Daw Khin (Mandalay)", "Daw Khin", null],
    ["Ida Berg (Harbour Network)", "Ida Berg", "Harbour Network"],
    ["Ida Berg of the Harbour Network", "Ida Berg", "Harbour Network"],
    ["Ida Berg via Harbour Network", "Ida Berg", "Harbour Network"],
    ["Ana Mamani de la Red Antorcha", "Ana Mamani", "Red Antorcha"],
    ["Ida Berg, Human Rights", "Ida Berg", null],
    ["Ida Berg, Human Rights Officer, Lantern Watch", "Ida Berg", "Lantern Watch"],
    ["Ida Berg Human Rights Activist", "Ida Berg Human Rights Activist", null],
    ["Marine Le Pen", "Marine Le Pen", null],
    ["Mr. John Trust", "Mr. John Trust", null],
    ["Khin", "Khin", null],
    ["김연대 활동가", "김연대 활동가", null],
  ])("%s", (text, person, organisation) => {
    expect(readParty(text)).toEqual({ person, organisation });
  });
});
