import { matchLanguage } from "@/lib/languages/match";
import enDesk from "@/messages/en/desk-recipients.json";

/** Somebody invented who signs wherever a letter is tried out. */
export type SampleSigner = { name: string; country: string; ownWords: string };

const signers: Record<string, SampleSigner> = enDesk.sampleSigner;

/** The invented signer in a letter's language; where none was invented yet, the English one, who adds no words of their own. */
export function sampleSigner(language: string): SampleSigner {
  const spoken = matchLanguage(language, Object.keys(signers));
  return (spoken && signers[spoken]) || { ...enDesk.sampleSigner.en, ownWords: "" };
}
