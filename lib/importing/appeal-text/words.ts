import { localeFor, type Locale, locales } from "@/lib/locales";
import { loadMessages, type Messages } from "@/lib/messages";

type Words = Messages["forwarding"];
export type Label = keyof Words["labels"];
export type Mark = keyof Words["marks"];
export type KindMark = keyof Words["kinds"];

/** The language whose words stand around an appeal in `language`: its own if the product speaks it. */
export function wordsLocale(language: string | null): Locale {
  return (language && localeFor(language)) || locales[0];
}

export function wordsOf(locale: Locale): Words {
  return loadMessages(locale).forwarding;
}

/** What stands for a signer under a letter, until somebody signs it. */
export function signerPlaceholder(locale: Locale): string {
  const { namePlaceholder, countryPlaceholder } = loadMessages(locale).site.form;
  return `${namePlaceholder}\n${countryPlaceholder}`;
}

function fold(words: string): string {
  return words.normalize("NFC").toLowerCase();
}

function keysBy<K extends string>(pick: (words: Words) => Record<K, string>): Map<string, K> {
  const pairs = locales.flatMap((locale) => Object.entries(pick(wordsOf(locale))) as [K, string][]);
  return new Map(pairs.map(([key, words]) => [fold(words), key]));
}

const labels = keysBy<Label>((words) => words.labels);
const marks = keysBy<Mark>((words) => words.marks);
const kinds = keysBy<KindMark>((words) => words.kinds);

/** A line that begins with a label of this format, in any language of the product; `rest` is what follows its colon. */
export function splitLabel(line: string): { label: Label; rest: string } | null {
  const colon = line.slice(0, 40).search(/[:：]/);
  const label = colon > 0 ? labels.get(fold(line.slice(0, colon).trim())) : undefined;
  return label ? { label, rest: line.slice(colon + 1).trim() } : null;
}

/** For `writeParagraph`: a line that would be read as a label. */
export function isLabelled(line: string): boolean {
  return splitLabel(line) !== null;
}

/** A line that divides the text: between three signs of equality at each end. Null for every other line. */
export function splitMark(line: string): { mark: Mark | null; kind: KindMark | null } | null {
  if (line.length < 7 || line.length > 100 || !line.startsWith("===") || !line.endsWith("===")) return null;
  const words = fold(line.slice(3, -3).trim());
  return { mark: marks.get(words) ?? null, kind: kinds.get(words) ?? null };
}

export function markLine(words: string): string {
  return `=== ${words} ===`;
}

/** Whether a text is one of the words that stand for what is missing, in any language. */
export function isPlaceholder(text: string, of: "salutation" | "closing" | "signer"): boolean {
  return locales.some((locale) => {
    return text === (of === "signer" ? signerPlaceholder(locale) : wordsOf(locale).placeholders[of]);
  });
}
