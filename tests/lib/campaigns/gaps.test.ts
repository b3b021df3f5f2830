import { describe, expect, test } from "vitest";
import { findRecipientGaps } from "@/lib/campaigns/recipient-gaps";
import { findSummaryLengths } from "@/lib/campaigns/summary-length";
import { findAltGaps, findTextGaps } from "@/lib/campaigns/text-gaps";

const text = (language: string, words = {}) => ({
  language,
  title: "t",
  request: "r",
  summary: "s",
  body: "b",
  ...words,
});
const letter = (language: string, words = {}) => ({
  language,
  subject: "s",
  opening: "o",
  body: "b",
  closing: "c",
  ...words,
});
const codes = (found: { code: string; weight: string; language?: string }[]) =>
  found.map(({ code, weight, language }) => `${weight} ${code}${language ? ` ${language}` : ""}`);

describe("texts and letters", () => {
  test("of a whole campaign lack nothing", () => {
    expect(findTextGaps("en", [text("en"), text("ar")], [letter("en"), letter("ar")])).toEqual([]);
  });

  test("are missing in the default language", () => {
    expect(codes(findTextGaps("en", [text("ar")], [letter("ar")]))).toEqual([
      "blocks text-missing en",
      "blocks letter-missing en",
    ]);
  });

  test.each(["title", "request", "summary", "body"])("a text without its %s blocks, in any language", (part) => {
    const holes = [text("en"), text("ar", { [part]: " \n" })];
    const found = findTextGaps("en", holes, [letter("en"), letter("ar")]);
    expect(codes(found)).toEqual(["blocks text-incomplete ar"]);
    expect(found[0]?.lacks).toEqual([part]);
  });

  test.each(["subject", "opening", "body", "closing"])("a letter without its %s blocks", (part) => {
    const found = findTextGaps("en", [text("en")], [letter("en", { [part]: "" })]);
    expect(codes(found)).toEqual(["blocks letter-incomplete en"]);
    expect(found[0]?.lacks).toEqual([part]);
  });

  test("a text in another language without a letter is only worth a look", () => {
    expect(codes(findTextGaps("en", [text("en"), text("ar")], [letter("en")]))).toEqual([
      "advice letter-language-missing ar",
    ]);
  });
});

test("a letter in a language that the public side speaks and the page does not is only worth a look", () => {
  const letters = ["en", "fr", "hu"].map((language) => letter(language));
  expect(codes(findTextGaps("en", [text("en")], letters))).toEqual(["advice text-language-missing fr"]);
  const chinese = findTextGaps("en", [text("en"), text("zh-Hans")], [letter("en"), letter("zh")]);
  expect(codes(chinese)).not.toContain("advice text-language-missing zh");
});

test("a picture is described in every language", () => {
  const texts = ["en", "ar"].map((language) => ({ language, pictureAlt: language === "en" ? "A man" : " " }));
  expect(codes(findAltGaps(texts))).toEqual(["blocks picture-alt-missing ar"]);
});

const office = (language: string, words = {}) => ({
  recipientId: "r",
  organisationId: "o",
  language,
  office: "Minister",
  short: "Minister",
  body: "",
  salutation: "Your Excellency,",
  ...words,
});

const to = (
  texts: ReturnType<typeof office>[],
  statuses: ("working" | "failing" | "dead")[] = ["working"],
  doNotContactAt: Date | null = null,
  language = "",
) => ({
  recipient: { id: "r", language, doNotContactAt, texts, addresses: statuses.map((status) => ({ status })) },
});

const gaps = (recipients: ReturnType<typeof to>[], languages = ["en"]) =>
  codes(
    findRecipientGaps(
      { defaultLanguage: "en", recipients },
      { sampleLetters: languages.map((language) => ({ version: "", language })), versionRecipients: [] },
    ),
  );

const reads = (language: string) => to([office("en")], ["working"], null, language);

describe("recipients", () => {
  test("there must be one", () => {
    expect(gaps([])).toEqual(["blocks recipient-missing"]);
  });

  test("one with an office and an address is enough", () => {
    expect(gaps([to([office("en")], ["failing"])])).toEqual([]);
  });

  test("one without a working address is advice, none with one blocks", () => {
    expect(gaps([to([office("en")]), to([office("en")], ["dead"])])).toEqual(["advice address-missing"]);
    expect(gaps([to([office("en")], []), to([office("en")], ["dead"])])).toEqual(["blocks address-missing-everywhere"]);
  });

  test("one that is not to be contacted is no recipient, and said", () => {
    const silent = to([office("en")], ["working"], new Date());
    expect(gaps([silent])).toEqual(["blocks do-not-contact-everywhere"]);
    expect(gaps([silent, to([office("en")])])).toEqual(["advice do-not-contact"]);
  });

  test("without office or salutation in the default language they cannot be addressed; in another one the default stands in", () => {
    expect(gaps([to([])])).toEqual(["blocks recipient-unnamed en"]);
    expect(gaps([to([office("en", { salutation: " " })])])).toEqual(["blocks recipient-unnamed en"]);
    expect(gaps([to([office("en")])], ["en", "ar"])).toEqual(["advice recipient-language-missing ar"]);
    expect(gaps([to([office("en"), office("ar")])], ["en", "ar"])).toEqual([]);
  });

  test("who reads a language in which there is no letter is worth a look; one with a letter in it needs a name in it alone", () => {
    expect(gaps([reads("zh-Hans"), reads("zh-Hans")])).toEqual(["advice recipient-unread zh-Hans"]);
    expect(gaps([reads("zh-Hans")], ["en", "zh"])).toEqual(["advice recipient-language-missing zh"]);
    expect(gaps([reads("en-GB")], ["en", "ar"])).toEqual([]);
    expect(gaps([reads("zh-Hans")], [])).toEqual([]);
  });
});

const lengths = (summary: string) => codes(findSummaryLengths([{ language: "en", summary }]));

describe("a summary", () => {
  test("of 80 to 150 words is well", () => {
    expect([80, 150].flatMap((words) => lengths("word ".repeat(words)))).toEqual([]);
    expect(lengths("字".repeat(160)), "two signs of Chinese are a word").toEqual([]);
  });

  test("that is shorter or longer is only worth a look; an empty one is missing anyway", () => {
    expect(lengths("word ".repeat(79))).toEqual(["advice summary-short en"]);
    expect(lengths("字".repeat(302))).toEqual(["advice summary-long en"]);
    expect(lengths(" \n")).toEqual([]);
  });
});
