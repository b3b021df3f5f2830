import { findEmails } from "./emails";
import { matchAt } from "./lexicon";
import type { ScannedLine } from "./scan";
import { segmentsOf } from "./segments";
import { lexicons } from "./words";

/** A sentence, not a line of an address. */
export function isProse({ text, tokens }: ScannedLine): boolean {
  if (tokens.some((_, at) => matchAt(lexicons.calling, tokens, at))) return true;
  const segments = segmentsOf(text, tokens);
  if (segments[0]?.label || isListOfMails(text)) return false;
  if (tokens.length > 8 && matchAt(lexicons.writing, tokens, 0) && /^\S+\s\p{Ll}/u.test(text)) return true;
  if (tokens.length < 10 || segments.length > 1) return false;
  const low = tokens.filter((token) => /^\p{Ll}/u.test(token.text)).length;
  return low / tokens.length > 0.55;
}

function isListOfMails(text: string): boolean {
  const length = findEmails(text).reduce((sum, { raw }) => sum + raw.length, 0);
  return length > text.length * 0.6;
}
