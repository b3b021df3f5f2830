import { expect, test } from "vitest";
import { takeApart } from "@/lib/importing/recognise/appeal-parts";
import { findPlaces } from "@/lib/importing/recognise/countries";
import { findEmbassyOf } from "@/lib/importing/recognise/embassy";
import { readHeading } from "@/lib/importing/recognise/heading";
import { readLanguagesOf } from "@/lib/importing/recognise/language";
import { findReference } from "@/lib/importing/recognise/reference";
import { segmentsOf } from "@/lib/importing/recognise/segments";
import { isSeparator } from "@/lib/importing/recognise/separator";
import { tokensOf } from "@/lib/importing/recognise/tokens";
import { toLines } from "@/lib/importing/to-lines";
import { understand } from "@/lib/importing/understand";
import { scanned, scannedLine } from "@/tests/lib/importing/recognise/scanned";

test.each(["-----", "—————–", "* * *", "=====", "______", "--"])("%s divides", (line) => {
  expect(isSeparator(line)).toBe(true);
});

test.each(["...", "- a -", "-", "1-2-3", ""])("%s does not divide", (line) => {
  expect(isSeparator(line)).toBe(false);
});

test.each([
  ["PLEASE SEND YOUR LETTERS TO:", "targets", ""],
  ["Appelladressen:", "targets", ""],
  ["PLEASE SEND APPEALS BEFORE 23 MAY 2014 TO:", "targets", ""],
  ["Send your mails to:", "targets", ""],
  ["And copies to:", "copies", ""],
  ["cc: Jane Muster, fax 12", "copies", "Jane Muster, fax 12"],
  ["SAMPLE LETTER", "letter", ""],
  ["Lettre type :", "letter", ""],
  ["Description of the situation:", "background", ""],
  ["Please write to the authorities, urging them to:", "requests", ""],
  ["For more information, contact Jane", "sender", ", contact Jane"],
])("%s is a heading", (text, kind, rest) => {
  expect(readHeading(scannedLine(text))).toEqual({ kind, rest });
});

test.each(["The letter was long and nobody read it.", "Please write to the President today.", "Action is needed now"])(
  "%s is no heading",
  (text) => {
    expect(readHeading(scannedLine(text))).toBeNull();
  },
);

test("each line belongs to its part", () => {
  const { zones } = takeApart(
    {
      lines: scanned(
        "Dear friends,\nI forward this.\n-----\nA man is held.\nAPPEALS TO:\nThe Mayor\nCOPIES TO:\nThe King\nThank you.\nUs",
      ),
      repairs: [],
      lossy: [],
    },
    null,
  );
  expect(zones).toEqual(["note", "note", "edge", "appeal", "edge", "targets", "edge", "copies", "sender", "sender"]);
});

test("a line is cut at its labels", () => {
  const text = "Tel/Fax: +66 2 280 0858; E-mail: a@b.example";
  expect(segmentsOf(text, tokensOf(text))).toMatchObject([
    { label: "fax", text: "+66 2 280 0858" },
    { label: "email", text: "a@b.example" },
  ]);
});

const codes = (text: string) => findPlaces(tokensOf(text)).map(({ country, by }) => `${country} ${by}`);

test("countries by their names, peoples and towns", () => {
  expect(codes("the Thai embassy in Oslo")).toEqual(["TH adjective", "NO city"]);
  expect(codes("North Koreans, the People's Republic of China and South Korea")).toEqual([
    "KP adjective",
    "CN name",
    "KR name",
  ]);
  expect(codes("Ägypten, Tunisie, 대한민국")).toEqual(["EG name", "TN name", "KR name"]);
  expect(codes("the turkey and the china in the chile")).toEqual([]);
});

const embassyOf = (text: string) => findEmbassyOf(scanned(text), ["appeal"], "PK")?.value;

test("embassies where the readers live", () => {
  expect(embassyOf("or to a Pakistani consulate in your territory")).toBe("PK");
  expect(embassyOf("diplomatic representatives of Syria accredited to your country")).toBe("SY");
  expect(embassyOf("a las embajadas de Colombia en su respectivo país")).toBe("CO");
  expect(embassyOf("to the embassy in your country")).toBe("PK");
  expect(embassyOf("at the Samoan embassy in Oslo")).toBeUndefined();
});

test.each([
  ["Further information on UA: 77/14 Index: AFR 99/003/2014", "UA: 77/14"],
  ["UA 60/10 - Fear for safety", "UA 60/10"],
  ["TUN 003 / 0609 / OBS 081", "TUN 003 / 0609 / OBS 081"],
  ["Urgent Appeal Case: HRC-UAC-014-2009", "HRC-UAC-014-2009"],
  ["Court reference number: K2203114", "K2203114"],
  ["Case BDI 120508.OBS", "Case BDI 120508.OBS"],
  ["Nothing of 12/10 here", undefined],
])("%s", (text, reference) => {
  expect(findReference(scanned(text), ["appeal"])?.value).toBe(reference);
});

test("the language most of a text is in comes first", () => {
  expect(readLanguagesOf(scanned("Der Mann ist in Haft und wir bitten um seine Freilassung"))[0]?.language).toBe("de");
  expect(readLanguagesOf(scanned("저는 그 사람의 안전을 걱정합니다"))[0]?.language).toBe("ko");
  expect(readLanguagesOf(scanned("12345"))).toEqual([]);
});

test("who speaks in a paragraph and stands in the head wrote it; a country or a person that does is nobody who wrote", () => {
  const tail = "\n\nMinister of Letters\nRoad 1\nNIGER\nFax: +227 20 72 07 77\n";
  const told = (text: string) => understand(toLines(text + tail), null).originator;
  expect(
    told(
      `Plumes Libres - Urgent appeals programme\n\n${"x ".repeat(9)}\n\nThe Plumes Libres is gravely concerned by the arrest of a boatman at the harbour.`,
    ),
  ).toBe("Plumes Libres");
  expect(
    told("Niger\n\nNiger has one harbour only, and at this harbour a boatman was arrested in the night."),
  ).toBeNull();
  expect(
    told("Tomás Okello\n\nTomás Okello has been held since the night in which his boat was taken from the harbour."),
  ).toBeNull();
});
