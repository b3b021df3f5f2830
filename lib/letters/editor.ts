import { inLanguage, type Appeal, type AppealRecipient } from "@/lib/campaigns/queries";
import { direction } from "@/lib/locales";
import { readBodies, type Typed } from "@/lib/signatures/schema";
import { composeLetter, type MergeValues } from "./compose";
import { strictestLimit } from "./length";
import type { ReachedStanding } from "./list-reached-standing";
import { everybody, pickSample, toEverybody, versionOf } from "./versions";
import { letterLanguage } from "./write";
import { writingView } from "./writing-view";

/** What stands in the letter's locked parts until the signer has given it. */
export type Placeholders = { name: string; country: string };

/**
 * The letter as it stands in the form: what was typed, else the sample. Several recipients have several salutations; the
 * sheet shows the first one's. Recipients that stand in versions of their own, also by a rule alone, have sheets of their own
 * below.
 */
export function editorLetter(
  appeal: Appeal,
  locale: string,
  typed: Typed,
  { placeholders, reached }: { placeholders: Placeholders; reached: ReachedStanding },
) {
  const language = letterLanguage(appeal, locale);
  const { sampleLetters, versionRecipients } = appeal.revision;
  const sample = inLanguage(toEverybody(sampleLetters), language, appeal.defaultLanguage);
  const standing = Map.groupBy([...appeal.recipients, ...reached.shown], ({ id }) => versionOf(versionRecipients, id));
  const [first] = standing.get(everybody) ?? appeal.recipients;
  const values = valuesFor(first, appeal, { language, placeholders });
  const body = typed.body ?? sample.body;
  const ownWords = typed.ownWords ?? "";
  const { ownWordsPrompt } = sample;
  const letter = composeLetter(sample, values, { body, ownWords });
  // What stands in the locked parts stays by itself.
  const lines = [...sample.requests, ...sample.facts];
  const requests = lines.filter((one) => !`${letter.opening}\n${letter.closing}`.includes(one));
  const { closing: closingTemplate } = composeLetter(
    sample,
    { ...values, name: "{name}", country: "{country}" },
    { body, ownWords },
  );
  const keys = [...standing.keys()].filter((key) => key !== everybody);
  return {
    ...letter,
    closingTemplate,
    requests,
    must: appeal.refuseMissing,
    ownWordsPrompt,
    subjectVaries: sample.subjects.length > 0,
    limit: strictestLimit(appeal, locale),
    to: keys.length > 0 ? shortNames(standing.get(everybody) ?? [], appeal, locale) : [],
    versions: keys.flatMap((key) => versionIn(key, standing.get(key) ?? [])),
    language,
    dir: direction(language),
    ...writingView(appeal, typed, sample),
  };

  function versionIn(key: string, recipients: AppealRecipient[]) {
    const own = pickSample(sampleLetters, { version: key, language, fallback: appeal.defaultLanguage });
    if (own.version === everybody) return [];
    const text = readBodies(typed.bodies)[key] ?? own.body;
    const merged = composeLetter(own, valuesFor(recipients[0], appeal, { language, placeholders }), {
      body: text,
      ownWords: "",
    });
    const { subject, opening, closing } = merged;
    const shown = recipients.filter(({ id }) => reached.shown.some((one) => one.id === id)).length;
    const more = (reached.counts.get(key) ?? 0) - shown;
    return [{ key, to: shortNames(recipients, appeal, locale), more, subject, opening, body: text, closing }];
  }
}

function valuesFor(
  recipient: AppealRecipient | undefined,
  { defaultLanguage }: Appeal,
  { language, placeholders }: { language: string; placeholders: Placeholders },
): MergeValues {
  const texts = recipient && inLanguage(recipient.texts, language, defaultLanguage);
  return {
    salutation: texts?.salutation ?? "",
    office: texts?.office ?? "",
    holder: recipient?.holders[0]?.name ?? "",
    ...placeholders,
  };
}

function shortNames(recipients: AppealRecipient[], { defaultLanguage }: Appeal, locale: string): string[] {
  return recipients.map(({ texts }) => inLanguage(texts, locale, defaultLanguage).short);
}
