import { inLanguage, type Appeal, type AppealRecipient } from "@/lib/campaigns/queries";
import { countryName } from "@/lib/format";
import type { Disclosure } from "@/lib/generated/prisma/enums";
import { composeLetter, disclosedName, type ComposedLetter, type MergeValues } from "./compose";

export type Writer = { name: string; country: string; disclosure: Disclosure; body: string; ownWords: string };

/** The language letters leave in for a reader of `language`: theirs if there is a sample letter in it. */
export function letterLanguage(appeal: Appeal, language: string): string {
  return inLanguage(appeal.revision.sampleLetters, language, appeal.defaultLanguage).language;
}

/** What fills the merge fields of a letter in `language` to one recipient. */
export function mergeValues(
  recipient: Pick<AppealRecipient, "texts" | "holders">,
  writer: Pick<Writer, "name" | "country" | "disclosure">,
  { language, fallback }: { language: string; fallback: string },
): MergeValues {
  const { office, salutation } = inLanguage(recipient.texts, language, fallback);
  return {
    office,
    salutation,
    holder: recipient.holders[0]?.name ?? "",
    name: disclosedName(writer.name, writer.disclosure),
    country: countryName(writer.country, language),
  };
}

/** The letter of one writer to one recipient, exactly as it will leave. */
export function writeLetter(
  appeal: Appeal,
  recipient: AppealRecipient,
  writer: Writer,
  language: string,
): ComposedLetter {
  const sample = inLanguage(appeal.revision.sampleLetters, language, appeal.defaultLanguage);
  const values = mergeValues(recipient, writer, { language, fallback: appeal.defaultLanguage });
  return composeLetter(sample, values, writer);
}
