import { type Actor, requireAccess } from "@/lib/accounts/access";
import { getEdition } from "@/lib/campaigns/edition";
import { db } from "@/lib/db";
import { listReached } from "@/lib/routing/list-reached";
import { offeredLanguages } from "./languages";
import { type LetterNeed, listLetterNeeds } from "./list-letter-needs";
import { type LetterPreview, listLetterPreviews } from "./preview";
import { emptyLetter, letterFingerprint } from "./sample-letter";
import { sampleSigner } from "./sample-signer";
import { languageSchema } from "./schema";
import { everybody, type Standing, toEverybody, versionMark, versionOf } from "./versions";

/** All that the page of a campaign's letter in one language shows. */
export type LetterDesk = {
  language: string;
  /** The key of the version that is open; empty for the letter to all others. */
  version: string;
  versions: { key: string; name: string }[];
  /** The mark of who stands in the version that is open, and of its name. */
  versionSeen: string;
  /** The letter as the fields of its form hold it. */
  letter: Record<string, string>;
  saved: boolean;
  published: boolean;
  seen: string;
  /** The languages it is written in, with the one that is open. */
  written: string[];
  others: string[];
  /** The languages its recipients read. */
  needs: LetterNeed[];
  previews: LetterPreview[];
  /** Everybody a letter can go to, also by a rule alone, with the version they stand in. */
  standing: { recipient: string; short: string; version: string }[];
  ownWords: string;
  /** The member's own address, for a test. */
  email: string;
};

/**
 * What the page of a campaign's letter shows: the newest letter in the language asked for, or in the campaign's own when
 * what is asked for is no language.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function getLetterDesk(
  actor: Actor,
  campaignId: string,
  { asked, version: askedVersion, defaultLanguage }: { asked: unknown; version?: unknown; defaultLanguage: string },
): Promise<LetterDesk> {
  await requireAccess(actor, "texts.edit");
  const language = languageSchema.catch(defaultLanguage).parse(asked);
  const edition = await getEdition(actor, campaignId);
  const versions = edition?.versions ?? [];
  const version = versions.find(({ key }) => key === askedVersion)?.key ?? everybody;
  const letters = (edition?.sampleLetters ?? []).filter((one) => one.version === version);
  const saved = letters.find((one) => one.language === language);
  const { requests, facts, subjects, ...letter } = saved ?? emptyLetter;
  const { subject, opening, body, closing, ownWordsPrompt } = letter;
  const everywhere = toEverybody(edition?.sampleLetters ?? []);
  const written = [...new Set([defaultLanguage, ...everywhere.map((one) => one.language), language])];
  const previews = await listLetterPreviews(actor, campaignId, language);
  const { email } = await db().account.findUniqueOrThrow({ where: { id: actor.accountId }, select: { email: true } });
  return {
    language,
    version,
    versions,
    versionSeen: versionMark(
      versions.find(({ key }) => key === version)?.name ?? "",
      edition?.versionRecipients ?? [],
      version,
    ),
    letter: {
      subject,
      subjects: subjects.join("\n"),
      opening,
      body,
      closing,
      ownWordsPrompt,
      requests: requests.join("\n"),
      facts: facts.join("\n"),
    },
    saved: saved !== undefined,
    published: edition?.publishedAt !== null && edition !== null,
    seen: letterFingerprint(saved),
    written,
    others: offeredLanguages.filter((one) => !written.includes(one)),
    needs: await listLetterNeeds(campaignId, edition ?? { sampleLetters: [], versionRecipients: [] }),
    previews,
    standing: await listStanding(campaignId, previews, edition?.versionRecipients ?? []),
    ownWords: sampleSigner(language).ownWords,
    email,
  };
}

async function listStanding(
  campaignId: string,
  previews: LetterPreview[],
  placed: Standing[],
): Promise<LetterDesk["standing"]> {
  const reached = await listReached(db(), campaignId);
  const attached = previews.filter(({ recipient }) => !reached.some(({ id }) => id === recipient));
  return [
    ...attached.map(({ recipient, short, version }) => ({ recipient, short, version })),
    ...reached.map(({ id, short }) => ({ recipient: id, short, version: versionOf(placed, id) })),
  ];
}
