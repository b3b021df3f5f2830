import type { Appeal, AppealRecipient } from "@/lib/campaigns/queries";
import { inLanguage } from "@/lib/campaigns/queries";
import { direction } from "@/lib/locales";
import { isSameLanguage, matchLanguage } from "@/lib/languages/match";
import { composeLetter, type ComposedLetter, type MergeValues } from "./compose";

/** The same letter in another language, for its signer to read; it does not leave. */
export type Reading = {
  language: string;
  dir: "ltr" | "rtl";
  /** Whether it is the signer's own language; else it is the campaign's, for there is none in theirs. */
  theirs: boolean;
  letter: ComposedLetter;
};

/** What stands with a letter in a language its signer does not read. */
export type Foreign = {
  reading: Reading | null;
  /** What the appeal asks for, in the signer's language or the campaign's: said where there is nothing to read. */
  request: { text: string; language: string; dir: "ltr" | "rtl" };
};

type Sample = Appeal["revision"]["sampleLetters"][number];

/**
 * What lets a signer know what a letter says; null where it is in their language. Of a version only the same version says it.
 * @param valuesIn what fills the merge fields in a language
 */
export function foreignLetter(
  appeal: Appeal,
  sample: Pick<Sample, "version" | "language">,
  { locale, valuesIn }: { locale: string; valuesIn: (language: string) => MergeValues },
): Foreign | null {
  if (isSameLanguage(sample.language, locale)) return null;
  const { defaultLanguage } = appeal;
  const same = appeal.revision.sampleLetters.filter(({ version }) => version === sample.version);
  const codes = same.map(({ language }) => language).filter((language) => language !== sample.language);
  const code = matchLanguage(locale, codes) ?? matchLanguage(defaultLanguage, codes);
  const found = same.find(({ language }) => language === code);
  const { request, language } = inLanguage(appeal.revision.texts, locale, defaultLanguage);
  return {
    reading: found ? readingOf(found) : null,
    request: { text: request, language, dir: direction(language) },
  };

  function readingOf(other: Sample): Reading {
    const theirs = isSameLanguage(other.language, locale);
    const letter = composeLetter(other, valuesIn(other.language), { body: other.body, ownWords: "" });
    return { language: other.language, dir: direction(other.language), theirs, letter };
  }
}

/** The language a recipient reads, where its letter leaves in another one because there is none in it; else null. */
export function unmetLanguage({ language }: Pick<AppealRecipient, "language">, leaves: string): string | null {
  return language === "" || isSameLanguage(language, leaves) ? null : language;
}
