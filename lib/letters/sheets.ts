import { type Appeal, type AppealRecipient, inLanguage } from "@/lib/campaigns/queries";
import { matchLanguage } from "@/lib/languages/match";
import { leavesIn } from "./leaves-in";
import { everybody, toEverybody } from "./versions";
import { sampleFor } from "./write";

/** Some who get the same text: a sample letter, by its version and language, and whom it goes to. */
export type Sheet = {
  version: string;
  language: string;
  recipients: AppealRecipient[];
  /** How many more get it than are named. */
  more: number;
};

/** Names the sample letter that a sheet shows, for pages that say who gets it. */
export function sheetName({ version, language }: Pick<Sheet, "version" | "language">): string {
  return `${version}:${language}`;
}

/** A recipient and the language the letter to it leaves in. */
export type Addressed = { recipient: AppealRecipient; language: string };

/** Each with the language of its letter, as a reader of `reader` would sign it. */
export function addressAll<T extends { recipient: AppealRecipient }>(
  appeal: Appeal,
  all: T[],
  reader: string,
): (T & Addressed)[] {
  return all.map((one) => ({ ...one, language: leavesIn(appeal, one.recipient, reader) }));
}

/** Puts those together whose letters are written from the same sample, in the order of the first of each. */
export function sheetsOf(appeal: Appeal, letters: Addressed[]): Sheet[] {
  const { revision, defaultLanguage: fallback } = appeal;
  const groups = Map.groupBy(letters, ({ recipient, language }) =>
    sampleFor(revision, recipient.id, { language, fallback }),
  );
  return [...groups].map(([{ version, language }, all]) => ({
    version,
    language,
    recipients: all.map(({ recipient }) => recipient),
    more: 0,
  }));
}

/**
 * The language of the text to everybody that stands first in a form: its reader's where somebody gets a letter in it, else that
 * of the first who does not stand in a version of their own, else what a letter would leave in to one whose language is unknown.
 */
export function mainLanguage({ revision, defaultLanguage }: Appeal, sheets: Sheet[], reader: string): string {
  const toAll = sheets.filter(({ version }) => version === everybody).map(({ language }) => language);
  const first = matchLanguage(reader, toAll) ?? toAll[0];
  return first ?? inLanguage(toEverybody(revision.sampleLetters), reader, defaultLanguage).language;
}

/**
 * The language of the text to everybody that somebody sent.
 * @param said what the form says it is; one that no letter is written in counts as not said
 */
export function bodyLanguageOf(appeal: Appeal, said: string, reader: string): string {
  const known = toEverybody(appeal.revision.sampleLetters).some(({ language }) => language === said);
  if (known) return said;
  const attached = appeal.recipients.map((recipient) => ({ recipient }));
  return mainLanguage(appeal, sheetsOf(appeal, addressAll(appeal, attached, reader)), reader);
}
