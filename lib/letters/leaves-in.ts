import type { Appeal, AppealRecipient } from "@/lib/campaigns/queries";
import { matchLanguage } from "@/lib/languages/match";
import { everybody, type Standing, versionOf } from "./versions";

/** Which letters a revision has, and who stands in which version of them. */
export type Letters = { sampleLetters: { version: string; language: string }[]; versionRecipients: Standing[] };

type Written = Pick<Appeal, "defaultLanguage"> & { revision: Letters };
type Reader = Pick<AppealRecipient, "id" | "language">;

/**
 * The language a letter to one recipient leaves in: the recipient's own where there is a sample letter in it, else the one its
 * signer reads, else the campaign's. Each is looked for in the version the recipient stands in, then in the letter to everybody.
 * @param signer the language of the signer's page
 */
export function leavesIn({ revision, defaultLanguage }: Written, recipient: Reader, signer: string): string {
  for (const wanted of [recipient.language, signer, defaultLanguage]) {
    const found = find(revision, recipient.id, wanted);
    if (found) return found;
  }
  const [first] = languagesOf(revision, everybody);
  if (!first) throw new Error("a published letter is missing in every language");
  return first;
}

/** The language every letter to a recipient leaves in, whoever signs; null while there is no sample letter in one it reads. */
export function ownLanguage(letters: Letters, { id, language }: Reader): string | null {
  return find(letters, id, language);
}

function find(letters: Letters, id: string, language: string): string | null {
  if (language === "") return null;
  const own = languagesOf(letters, versionOf(letters.versionRecipients, id));
  return matchLanguage(language, own) ?? matchLanguage(language, languagesOf(letters, everybody));
}

function languagesOf({ sampleLetters }: Letters, version: string): string[] {
  return sampleLetters.filter((one) => one.version === version).map(({ language }) => language);
}
