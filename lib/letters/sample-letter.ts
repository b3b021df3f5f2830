import { fingerprint } from "@/lib/fingerprint";
import type { SampleLetter } from "@/lib/generated/prisma/client";

export type LetterContent = Pick<
  SampleLetter,
  "subject" | "subjects" | "opening" | "body" | "closing" | "requests" | "facts" | "ownWordsPrompt"
>;

/** What a new sample letter begins with: somebody is greeted, and somebody signs. */
export const emptyLetter: LetterContent = {
  subject: "",
  subjects: [],
  opening: "{{salutation}}",
  body: "",
  closing: "{{name}}\n{{country}}",
  requests: [],
  facts: [],
  ownWordsPrompt: "",
};

/** Names what a sample letter says, so that nobody saves over what they have not seen; empty while there is none. */
export function letterFingerprint(letter: LetterContent | null | undefined): string {
  return letter ? fingerprint(contentOf(letter)) : "";
}

/** What a sample letter says, without where it stands. */
export function contentOf(letter: LetterContent): LetterContent {
  const { subject, subjects, opening, body, closing, requests, facts, ownWordsPrompt } = letter;
  return { subject, subjects, opening, body, closing, requests, facts, ownWordsPrompt };
}
