import Mustache from "mustache";

/** The names a sample letter may use between `{{` and `}}`. */
export const mergeFields = ["salutation", "office", "holder", "name", "country"] as const;
export type MergeValues = Record<(typeof mergeFields)[number], string> & {
  /** Stands on a line of its own below the name; nowhere else. */
  profession?: string;
};

export type SampleLetterText = { subject: string; opening: string; body: string; closing: string };

/** A letter as it leaves: the locked parts merged, the signer's words as they were typed. */
export type ComposedLetter = {
  subject: string;
  opening: string;
  body: string;
  ownWords: string;
  closing: string;
  /** The whole letter as plain text, paragraphs separated by an empty line. */
  text: string;
};

/**
 * Puts a letter together. Merge fields are filled in the locked parts only, in one pass: what a signer types is text.
 * @param words the signer's version of the body, and a paragraph of their own (may be empty)
 */
export function composeLetter(
  sample: SampleLetterText,
  values: MergeValues,
  words: { body: string; ownWords: string },
): ComposedLetter {
  const opening = merge(sample.opening, values);
  const closing = merge(values.profession ? withProfession(sample.closing) : sample.closing, values);
  const { body, ownWords } = words;
  const text = [opening, body, ownWords, closing].filter((part) => part.trim() !== "").join("\n\n");
  return { subject: merge(sample.subject, values), opening, body, ownWords, closing, text };
}

/** A closing with a line for the profession below the one that has the name. */
function withProfession(closing: string): string {
  return closing.replace(/^.*\{\{\s*name\s*\}\}.*$/m, "$&\n{{profession}}");
}

function merge(template: string, values: MergeValues): string {
  const context = Object.assign(Object.create(null) as object, values);
  return Mustache.render(template, context, undefined, { escape: String }).trim();
}
