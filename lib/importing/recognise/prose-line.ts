import { isCaseless } from "./caseless-name";
import { findEmails } from "./emails";
import { matchAt } from "./lexicon";
import { remembering } from "./remember";
import type { ScannedLine } from "./scan";
import { segmentsOf } from "./segments";
import { lexicons } from "./words";

/** A sentence, not a line of an address. */
export function isProse({ text, tokens }: ScannedLine): boolean {
  return isSentence(text, tokens);
}

const isSentence = remembering((text, tokens: ScannedLine["tokens"]): boolean => {
  if (tokens.some((_, at) => matchAt(lexicons.calling, tokens, at))) return true;
  if (tokens.length > 3 && /(?:다|시오|세요|까요)[.!]?$/u.test(text.slice(-4))) return true;
  const segments = segmentsOf(text, tokens);
  if (segments[0]?.label || isListOfMails(text)) return false;
  if (tokens.length > 8 && matchAt(lexicons.writing, tokens, 0) && /^\S+\s\p{Ll}/u.test(text)) return true;
  if (isCaseless(tokens[0])) return isCaselessSentence(text, tokens, segments.length > 1);
  if (tokens.length < 10) return false;
  // "Garde des Sceaux, ministre de la Justice et de la Législation": small words enough for a sentence, and no stop.
  if (tokens.length < 16 && !/[.!?:]$/.test(text) && matchAt(lexicons.offices, tokens, 0)) return false;
  const low = lowShare(text, tokens);
  // An address on one line is mostly names; a sentence with a fax number in it is not.
  if (segments.length > 1)
    return tokens.length > 16 && low > 0.45 && tokens.some((_, at) => matchAt(lexicons.writing, tokens, at));
  return low > 0.55;
});

/** A sentence where no capital tells: with the small words of its language in it. */
function isCaselessSentence(text: string, tokens: ScannedLine["tokens"], labelled: boolean): boolean {
  if (/^\p{sc=Hangul}/u.test(text) || tokens.length < 7) return false;
  const small = tokens.filter((_, at) => matchAt(lexicons.stopwords, tokens, at)).length;
  const writes = tokens.some((_, at) => matchAt(lexicons.writing, tokens, at));
  return small > tokens.length * 0.1 && (!labelled || writes);
}

function isListOfMails(text: string): boolean {
  const length = findEmails(text).reduce((sum, { raw }) => sum + raw.length, 0);
  return length > text.length * 0.6;
}

/** The share of words that begin small, without those of e-mail addresses. */
function lowShare(text: string, tokens: ScannedLine["tokens"]): number {
  const emails = findEmails(text);
  const words = tokens.filter(
    ({ start, word }) => /^\p{L}/u.test(word) && !emails.some((one) => start >= one.start && start < one.end),
  );
  return words.filter((token) => /^\p{Ll}/u.test(token.text)).length / Math.max(1, words.length);
}
