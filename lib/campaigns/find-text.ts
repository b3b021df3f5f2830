import { findAppeal } from "./queries";
import { textLanguages } from "./text-content";
import { textOf } from "./text-of";

/**
 * A public appeal as plain text to pass on, in the reader's language if it is there in it, else in its own; null when the
 * public may not see one at this slug. Addresses of those who get a copy are left out; of one that was stopped, all of them and
 * the letter.
 */
export async function findAppealText(slug: string, locale: string): Promise<{ text: string; language: string } | null> {
  const appeal = await findAppeal(slug);
  if (!appeal) return null;
  const language = textLanguages(appeal).includes(locale) ? locale : appeal.defaultLanguage;
  const { text } = await textOf(appeal, language, "public");
  return { text, language };
}
