import type { AppealContent } from "@/lib/importing/content";
import { signerPlaceholder, wordsLocale, wordsOf } from "@/lib/importing/appeal-text/words";
import { composeLetter } from "@/lib/letters/compose";
import { pickSample, everybody, toEverybody } from "@/lib/letters/versions";
import type { Appeal } from "./queries";

type Recipient = AppealContent["recipients"][number];

/** The letter to everybody, with words in brackets for what differs from one letter to the next, and its requests. */
export function textLetter(
  { revision, defaultLanguage: fallback }: Appeal,
  recipients: Recipient[],
  language: string,
): { content: AppealContent["letter"]; requests: string[] } {
  if (toEverybody(revision.sampleLetters).length === 0) return { content: null, requests: [] };
  const sample = pickSample(revision.sampleLetters, { version: everybody, language, fallback });
  const locale = wordsLocale(language);
  const open = wordsOf(locale).placeholders;
  const [name = "", country = ""] = signerPlaceholder(locale).split("\n");
  const only = onlySalutation(recipients);
  const values = { salutation: only ?? open.salutation, office: open.office, holder: open.holder, name, country };
  const closing = withoutSigner(sample.closing);
  const letter = composeLetter({ ...sample, closing }, values, { body: sample.body, ownWords: "" });
  // Locked parts hold more than a greeting and a farewell; in a text only these stand apart from the letter's body.
  const [greeting = "", ...beginning] = paragraphsOf(letter.opening);
  const [farewell = "", ...ending] = paragraphsOf(letter.closing).toReversed();
  const content = {
    subject: letter.subject || null,
    opening: greeting === open.salutation ? null : greeting || null,
    body: [...beginning, letter.body, ...ending.toReversed()].filter((part) => part !== "").join("\n\n"),
    closing: farewell || null,
    signOff: null,
    language: sample.language,
  };
  return { content, requests: sample.requests };
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph !== "");
}

/** The salutation of all who are written to, where they share one. */
function onlySalutation(recipients: Recipient[]): string | null {
  const all = recipients.filter(({ role }) => role === "to").map(({ salutation }) => salutation);
  return new Set(all).size === 1 ? (all[0] ?? null) : null;
}

/** The end of a letter without the lines its writer signs on: the text has a place of its own for these. */
function withoutSigner(closing: string): string {
  const lines = closing.split("\n");
  while (/^\s*(?:\{\{\{?\s*(?:name|country)\s*\}?\}\}[\s,،，]*)*$/.test(lines.at(-1) ?? "x")) lines.pop();
  return lines.join("\n");
}
