import { inLanguage, type Appeal } from "@/lib/campaigns/queries";
import { direction } from "@/lib/locales";
import type { Typed } from "@/lib/signatures/schema";
import { composeLetter } from "./compose";
import { letterLanguage } from "./write";

/** What stands in the letter's locked parts until the signer has given it. */
export type Placeholders = { name: string; country: string };

/**
 * The letter as it stands in the form: what was typed, else the sample. Several recipients have several salutations; the
 * sheet shows the first one's.
 */
export function editorLetter(appeal: Appeal, locale: string, typed: Typed, placeholders: Placeholders) {
  const language = letterLanguage(appeal, locale);
  const sample = inLanguage(appeal.revision.sampleLetters, language, appeal.defaultLanguage);
  const [first] = appeal.recipients;
  const texts = first && inLanguage(first.texts, language, appeal.defaultLanguage);
  const values = {
    salutation: texts?.salutation ?? "",
    office: texts?.office ?? "",
    holder: first?.holders[0]?.name ?? "",
    ...placeholders,
  };
  const body = typed.body ?? sample.body;
  const ownWords = typed.ownWords ?? "";
  const { ownWordsPrompt } = sample;
  const letter = composeLetter(sample, values, { body, ownWords });
  // What stands in the locked parts stays by itself.
  const requests = sample.requests.filter((one) => !`${letter.opening}\n${letter.closing}`.includes(one));
  const { closing: closingTemplate } = composeLetter(
    sample,
    { ...values, name: "{name}", country: "{country}" },
    { body, ownWords },
  );
  return { ...letter, closingTemplate, requests, ownWordsPrompt, language, dir: direction(language) };
}
