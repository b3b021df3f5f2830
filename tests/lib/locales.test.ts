import { expect, test } from "vitest";
import { direction, languageTag, localeFor } from "@/lib/locales";

test.each([
  ["fr", "fr"],
  ["fr-CA", "fr"],
  ["es-419", "es"],
  ["zh-Hans-SG", "zh"],
  ["zh-Hant", "zh"],
  ["ZH-tw", "zh"],
  ["ko-KR", "ko"],
  ["ar-EG", "ar"],
  ["zha", null],
  ["de", null],
  ["", null],
])("speaks to a reader of %j in %j", (tag, locale) => expect(localeFor(tag)).toBe(locale));

test.each([
  ["en", "en"],
  ["zh", "zh-Hans"],
])("writes %s as %s", (locale, tag) => expect(languageTag(locale)).toBe(tag));

test.each([
  ["ar", "rtl"],
  ["ar-SD", "rtl"],
  ["fa-AF", "rtl"],
  ["zh-Hans", "ltr"],
  ["arn", "ltr"],
])("writes %s %s", (language, dir) => expect(direction(language)).toBe(dir));
