import type { Disclosure } from "@/lib/generated/prisma/enums";
import { primaryLanguage } from "@/lib/locales";

/** What somebody gives of their name and profession. */
export type Named = { name: string; originalName?: string; profession?: string; disclosure: Disclosure };

const eastAsian = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

// Korean family names of two signs. Those of the second group, in a name of three signs, may as well be one of one sign with a
// given name of two (황보라, 서문수): there the first sign is told alone, unless a space says more.
const ofTwoSigns = /^(?:(?:남궁|제갈|사공|독고)(?=.)|(?:황보|선우|서문|동방)(?=\s|\p{Script=Hangul}{2}))/u;

// Languages whose readers know a name by its own script; of Chinese, Japanese and Korean they read each other's names.
const scripts: [languages: string[], script: RegExp][] = [
  [["zh", "ja", "ko"], eastAsian],
  [["ar", "fa", "ur", "ps", "ug", "ckb"], /\p{Script=Arabic}/u],
  [["ru", "uk", "mn", "kk"], /\p{Script=Cyrillic}/u],
];

/**
 * The name a recipient reads, by what the signer chose to disclose. Initials stand where words have letters that begin them, after
 * the article in Arabic; of a name in Chinese, Japanese or Korean signs the first, which is the family name's, with circles for the rest, as these
 * languages write it; of a Korean family name of two signs both. How many signs follow is not told.
 */
export function disclosedName(name: string, disclosure: Disclosure): string {
  if (disclosure !== "initials") return name;
  const initials = name.split(/[\s\u00a0-]+/).flatMap((word) => firstSign(word) ?? []);
  const [first] = initials;
  if (first && initials.every((initial) => eastAsian.test(initial)))
    return `${ofTwoSigns.exec(name.trim())?.[0] ?? first}○○`;
  return initials.map((initial) => `${initial.toUpperCase()}.`).join(" ");
}

/** The Arabic article begins too many names to tell one from another. Older browsers, which run this too, have no segmenter. */
function firstSign(whole: string): string | undefined {
  const word = whole.replace(/^ال(?=\p{Script=Arabic}{2})/u, "");
  if (!Intl.Segmenter) return Array.from(word)[0];
  return new Intl.Segmenter().segment(word).containing(0)?.segment;
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
