import { makeLexicon } from "./lexicon";
import type { ScannedLine } from "./scan";
import { type ReadLanguage, readLanguages, wordsOf } from "./words";

const scripts: [string, RegExp][] = [
  ["ko", /\p{Script=Hangul}/gu],
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["my", /\p{Script=Myanmar}/gu],
];
// Greek and all that stands behind it, without signs that are no letters.
const foreign = /[\u0370-\u1fff\u2c00-\uffff]/;
const common = ["salutations", "thanks", "greetings", "stopwords"] as const;
/** The languages that a word is common in. */
const languagesOf = new Map<string, ReadLanguage[]>();
for (const language of readLanguages)
  for (const word of new Set(common.flatMap((list) => makeKeys(wordsOf(language, list)))))
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

function makeKeys(words: readonly string[]): string[] {
  return [...makeLexicon(words.map((word): [string, true] => [word, true])).phrases.keys()];
}

/** A language with its share of a text (0 to 1), and how many of its words or signs told it. */
export type SpokenLanguage = { language: string; share: number; count: number };

/** The languages of a text, the one most of it is in first. */
export function readLanguagesOf(lines: readonly ScannedLine[]): SpokenLanguage[] {
  const text = lines.map((line) => line.text).join("\n");
  const isForeign = foreign.test(text);
  const letters = isForeign ? (text.match(/\p{L}/gu)?.length ?? 0) : 0;
  const written = (isForeign ? scripts : [])
    .map(([language, script]) => ({ language, count: text.match(script)?.length ?? 0 }))
    .map((one) => ({ ...one, share: one.count / letters }))
    .filter(({ share }) => share > 0.2);
  const counts = countsOf(lines);
  const all = counts.reduce((sum, one) => sum + one.count, 0);
  const latin = counts
    .filter((one) => one.count > 0)
    .map((one) => ({ ...one, share: (one.count / all) * 0.99 }))
    .filter(({ language }) => !written.some((one) => one.language === language));
  const others = written.reduce((sum, { share }) => sum + share, 0);
  return [...written, ...latin.map((one) => ({ ...one, share: one.share * (1 - others) }))].toSorted(
    (one, other) => other.share - one.share,
  );
}

function countsOf(lines: readonly ScannedLine[]): { language: string; count: number }[] {
  const counts = new Map(readLanguages.map((language) => [language, 0]));
  for (const { tokens } of lines)
    for (const { word } of tokens)
      for (const language of languagesOf.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].map(([language, count]) => ({ language, count }));
}
