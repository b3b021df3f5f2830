import { type Actor, requireAccess } from "@/lib/accounts/access";
import { getEdition } from "@/lib/campaigns/edition";
import { db } from "@/lib/db";
import { offeredLanguages } from "./languages";
import { type LetterPreview, listLetterPreviews } from "./preview";
import { emptyLetter, letterFingerprint } from "./sample-letter";
import { sampleSigner } from "./sample-signer";
import { languageSchema } from "./schema";

/** All that the page of a campaign's letter in one language shows. */
export type LetterDesk = {
  language: string;
  /** The letter as the fields of its form hold it. */
  letter: Record<string, string>;
  saved: boolean;
  published: boolean;
  seen: string;
  /** The languages it is written in, with the one that is open. */
  written: string[];
  others: string[];
  previews: LetterPreview[];
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
  { asked, defaultLanguage }: { asked: unknown; defaultLanguage: string },
): Promise<LetterDesk> {
  await requireAccess(actor, "texts.edit");
  const language = languageSchema.catch(defaultLanguage).parse(asked);
  const edition = await getEdition(actor, campaignId);
  const letters = edition?.sampleLetters ?? [];
  const saved = letters.find((one) => one.language === language);
  const { requests, ...letter } = saved ?? emptyLetter;
  const { subject, opening, body, closing, ownWordsPrompt } = letter;
  const written = [...new Set([defaultLanguage, ...letters.map((one) => one.language), language])];
  const { email } = await db().account.findUniqueOrThrow({ where: { id: actor.accountId }, select: { email: true } });
  return {
    language,
    letter: { subject, opening, body, closing, ownWordsPrompt, requests: requests.join("\n") },
    saved: saved !== undefined,
    published: edition?.publishedAt !== null && edition !== null,
    seen: letterFingerprint(saved),
    written,
    others: offeredLanguages.filter((one) => !written.includes(one)),
    previews: await listLetterPreviews(actor, campaignId, language),
    ownWords: sampleSigner(language).ownWords,
    email,
  };
}
