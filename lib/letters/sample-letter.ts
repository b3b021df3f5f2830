import { fingerprint } from "@/lib/fingerprint";
import type { SampleLetter } from "@/lib/generated/prisma/client";

type Content = Pick<SampleLetter, "subject" | "opening" | "body" | "closing" | "requests" | "ownWordsPrompt">;

/** What a new sample letter begins with: somebody is greeted, and somebody signs. */
export const emptyLetter: Content = {
  subject: "",
  opening: "{{salutation}}",
  body: "",
  closing: "{{name}}\n{{country}}",
  requests: [],
  ownWordsPrompt: "",
};

/** Names what a sample letter says, so that nobody saves over what they have not seen; empty while there is none. */
export function letterFingerprint(letter: Content | null | undefined): string {
  return letter ? fingerprint(contentOf(letter)) : "";
}

/** What a sample letter says, without where it stands. */
export function contentOf({ subject, opening, body, closing, requests, ownWordsPrompt }: Content): Content {
  return { subject, opening, body, closing, requests, ownWordsPrompt };
}
