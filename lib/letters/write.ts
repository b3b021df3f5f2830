import { inLanguage, type Appeal, type AppealRecipient } from "@/lib/campaigns/queries";
import { countryName } from "@/lib/format";
import { composeLetter, type ComposedLetter, type MergeValues, type SampleLetterText } from "./compose";
import { type Named, signedName } from "./signed-name";
import { type Bodies, bodyOf, pickSample, type Standing, subjectOf, versionOf } from "./versions";

export type Writer = Bodies & Named & { country: string; ownWords: string };

/** What fills the merge fields of a letter in `language` to one recipient. */
export function mergeValues(
  recipient: Pick<AppealRecipient, "texts" | "holders">,
  writer: Named & Pick<Writer, "country">,
  { language, fallback }: { language: string; fallback: string },
): MergeValues {
  const { office, salutation } = inLanguage(recipient.texts, language, fallback);
  return {
    office,
    salutation,
    holder: recipient.holders[0]?.name ?? "",
    name: signedName(writer, language),
    country: countryName(writer.country, language),
    ...(writer.disclosure === "full" && writer.profession ? { profession: writer.profession } : {}),
  };
}

/** The sample letter a recipient stands in. */
export function sampleFor<T extends { version: string; language: string }>(
  revision: { sampleLetters: T[]; versionRecipients: Standing[] },
  recipientId: string,
  { language, fallback }: { language: string; fallback: string },
): T {
  const version = versionOf(revision.versionRecipients, recipientId);
  return pickSample(revision.sampleLetters, { version, language, fallback });
}

/** A sample letter with one writer's words in it. @param submissionId which says what subject it carries */
export function composeFor(
  sample: SampleLetterText & { version: string; language: string; subjects: string[] },
  values: MergeValues,
  writer: Bodies & Pick<Writer, "ownWords">,
  submissionId: string,
): ComposedLetter {
  const words = { body: bodyOf(writer, sample), ownWords: writer.ownWords };
  return composeLetter({ ...sample, subject: subjectOf(sample, submissionId) }, values, words);
}

/** The letter of one writer to one recipient, exactly as it will leave. */
export function writeLetter(
  appeal: Appeal,
  recipient: AppealRecipient,
  writer: Writer,
  { language, submissionId }: { language: string; submissionId: string },
): ComposedLetter {
  const of = { language, fallback: appeal.defaultLanguage };
  const sample = sampleFor(appeal.revision, recipient.id, of);
  return composeFor(sample, mergeValues(recipient, writer, of), writer, submissionId);
}
