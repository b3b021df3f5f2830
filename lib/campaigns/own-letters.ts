import { everybody } from "@/lib/letters/versions";
import { type Appeal, inLanguage } from "./queries";

/** The offices whose letters have a version of their own: the text of an appeal carries the letter to everybody else alone. */
export function listOwnLetters({ revision, recipients, defaultLanguage }: Appeal, language: string): string[] {
  const written = new Set(revision.sampleLetters.map(({ version }) => version));
  const standing = revision.versionRecipients.filter(({ key }) => key !== everybody && written.has(key));
  return recipients
    .filter(({ id, texts }) => texts.length > 0 && standing.some(({ recipientId }) => recipientId === id))
    .map(({ texts }) => inLanguage(texts, language, defaultLanguage).office);
}
