import enDesk from "@/messages/en/desk-recipients.json";

/** Somebody invented who signs wherever a letter is tried out. */
export type SampleSigner = { name: string; country: string; ownWords: string };

const signers: Record<string, SampleSigner> = enDesk.sampleSigner;

/** The invented signer in a letter's language, or in English where none was invented yet. */
export function sampleSigner(language: string): SampleSigner {
  return signers[language] ?? enDesk.sampleSigner.en;
}
