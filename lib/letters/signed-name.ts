import type { Disclosure } from "@/lib/generated/prisma/enums";
import { primaryLanguage } from "@/lib/locales";

/** What somebody gives of their name and profession. */
export type Named = { name: string; originalName?: string; profession?: string; disclosure: Disclosure };

const eastAsian = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

// Languages whose readers know a name by its own script; of Chinese, Japanese and Korean they read each other's names.
const scripts: [languages: string[], script: RegExp][] = [
  [["zh", "ja", "ko"], eastAsian],
  [["ar", "fa", "ur", "ps", "ug", "ckb"], /\p{Script=Arabic}/u],
  [["ru", "uk", "mn", "kk"], /\p{Script=Cyrillic}/u],
];

/**
 * The name a recipient reads, by what the signer chose to disclose. Initials stand where words have letters that begin them; of
 * a name in Chinese, Japanese or Korean signs the first, which is the family name's, with circles for the rest, as these
 * languages write it. How many signs follow is not told.
 */
export function disclosedName(name: string, disclosure: Disclosure): string {
  if (disclosure !== "initials") return name;
  const signs = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const initials = name.split(/[\s\u00a0-]+/).flatMap((word) => signs.segment(word).containing(0)?.segment ?? []);
  const [first] = initials;
  if (first && initials.every((initial) => eastAsian.test(initial))) return `${first}○○`;
  return initials.map((initial) => `${initial.toLocaleUpperCase()}.`).join(" ");
}

/**
 * The name under a letter. The one in original script stands beside it, and first where the letter's language is written in that
 * script: there it keeps its own order, family name first in Chinese, Japanese and Korean. Only with the full name.
 */
export function signedName({ name, originalName = "", disclosure }: Named, language: string): string {
  if (disclosure !== "full" || originalName === "" || originalName === name) return disclosedName(name, disclosure);
  const code = primaryLanguage(language);
  const own = scripts.some(([languages, script]) => languages.includes(code) && script.test(originalName));
  return own ? `${originalName} (${name})` : `${name} (${originalName})`;
}
