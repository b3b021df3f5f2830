import { readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/locales";
import type { Messages } from "@/lib/messages";

/** The words of the public side in a language: `words("ar")("form.name")`. */
export function words(locale: Locale) {
  return createTranslator({ locale, messages: read("site", locale) });
}

/** The words of the status pages. */
export function statusWords(locale: Locale) {
  return createTranslator({ locale, messages: read("status", locale) });
}

/** The words of the desk. */
export function deskWords() {
  return createTranslator({ locale: "en", messages: read("desk", "en") });
}

// Read, not imported: Playwright's loader leaves `import "….json"` to Node, which wants it said otherwise.
function read<Part extends keyof Messages>(part: Part, locale: Locale): Messages[Part] {
  return JSON.parse(readFileSync(`messages/${locale}/${part}.json`, "utf8")) as Messages[Part];
}
