import { readFileSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/locales";
import type { Messages } from "@/lib/messages";

/** The words of the public side in a language: `words("ar")("form.name")`. */
export function words(locale: Locale) {
  return createTranslator({ locale, messages: read("site", locale) });
}

/** The words about how a letter is written. */
export function writingWords(locale: Locale) {
  return createTranslator({ locale, messages: read("writing", locale) });
}

/** The words about how a letter travels. */
export function channelWords(locale: Locale) {
  return createTranslator({ locale, messages: read("channels", locale) });
}

/** The words about letters in two languages. */
export function readingWords(locale: Locale) {
  return createTranslator({ locale, messages: read("reading", locale) });
}

/** The words about what a recipient sees of a signer. */
export function signerWords(locale: Locale) {
  return createTranslator({ locale, messages: read("signer", locale) });
}

/** The words of the status pages. */
export function statusWords(locale: Locale) {
  return createTranslator({ locale, messages: read("status", locale) });
}

/** The words of the desk. */
export function deskWords() {
  const rooms = [
    "accounts",
    "cases",
    "delivery",
    "editing",
    "editor",
    "forward",
    "import",
    "importing",
    "letters",
    "library",
    "life",
    "many",
    "overview",
    "people",
    "recipients",
    "routing",
    "signatures",
    "writing",
  ].map((room) => readFile(`desk-${room}`, "en"));
  const all = [...rooms, readFile("desk", "en")] as Messages["desk"][];
  const errors = Object.assign({}, ...all.map((one) => one.errors)) as Messages["desk"]["errors"];
  return createTranslator({ locale: "en", messages: { ...(Object.assign({}, ...all) as Messages["desk"]), errors } });
}

// Read, not imported: Playwright's loader leaves `import "….json"` to Node, which wants it said otherwise.
function read<Part extends keyof Messages>(part: Part, locale: Locale): Messages[Part] {
  return readFile(part, locale) as Messages[Part];
}

function readFile(name: string, locale: Locale): unknown {
  return JSON.parse(readFileSync(`messages/${locale}/${name}.json`, "utf8"));
}
