import { expect, test } from "vitest";
import { direction } from "@/lib/locales";
import { isSameLanguage, matchLanguage } from "@/lib/languages/match";

test.each([
  ["zh-Hans", ["en", "zh"], "zh"],
  ["zh", ["en", "zh-Hans"], "zh-Hans"],
  ["zh-CN", ["zh-Hant", "zh-Hans"], "zh-Hans"],
  ["zh-TW", ["zh-Hans", "zh-Hant"], "zh-Hant"],
  ["zh-Hant", ["zh-Hans"], null],
  ["pt-BR", ["pt"], "pt"],
  ["pt", ["pt-PT", "pt-BR"], "pt-BR"],
  ["pt-PT", ["pt-BR"], "pt-BR"],
  ["sr-Latn", ["sr"], null],
  ["EN-gb", ["fr", "en-GB", "en"], "en-GB"],
  ["de-1996", ["de"], "de"],
  ["iw", ["he"], "he"],
  ["", ["en"], null],
  ["no language", ["en"], null],
  ["x_y", ["x_y"], "x_y"],
  ["fr", [], null],
])("a reader of %j among %j", (wanted, offered, found) => expect(matchLanguage(wanted, offered)).toBe(found));

test("one language is the same in another region, not in another script", () => {
  expect(isSameLanguage("ar", "ar-EG")).toBe(true);
  expect(isSameLanguage("zh-Hans", "zh-Hant")).toBe(false);
});

test.each(["ar", "ar-EG", "fa", "ckb", "he", "ug", "ur-PK", "pa-Arab", "yi", "dv"])(
  "%s goes from right to left",
  (code) => expect(direction(code)).toBe("rtl"),
);

test.each(["en", "zh-Hans", "ku", "pa", "", "no language"])("%j goes from left to right", (code) =>
  expect(direction(code)).toBe("ltr"),
);
