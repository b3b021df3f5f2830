import { withPlainDigits } from "./digits";
import { remembering } from "./remember";

/** A word of a text: as it stands, folded (no case, no accents), and where it is. */
export type Token = { text: string; word: string; start: number; end: number };

/** The words of a text in their order; signs divide words, an apostrophe too. */
export const tokensOf = remembering((text): readonly Token[] => {
  const tokens: Token[] = [];
  for (const match of text.matchAll(words(text))) {
    for (const { 0: word, index } of match[0].matchAll(han.test(match[0]) ? hanWords : whole)) {
      const start = match.index + index;
      tokens.push({ text: word, word: foldWord(word), start, end: start + word.length });
    }
  }
  return tokens;
});

// Chinese puts nothing between its words: each sign is one, and phrases are found as rows of signs.
const [han, hanWords, whole] = [/\p{sc=Han}/u, /\p{sc=Han}|\P{sc=Han}+/gu, /.+/gsu];

// Classes of Unicode take ten times as long.
const [anyWords, plainWords] = [/[\p{L}\p{M}\p{N}]+/gu, /[A-Za-z0-9]+/g];
const plain = /^[\x20-\x7e]*$/;

function words(text: string): RegExp {
  return plain.test(text) ? plainWords : anyWords;
}

function foldWord(word: string): string {
  return plain.test(word) ? word.toLowerCase() : foldForeign(word);
}

const foldForeign = remembering((word): string => {
  // A particle belongs to the sentence: "중국의" speaks of "중국".
  const bare = word.replace(/^(\p{Script=Hangul}{2,})(?:에서|으로|에게|의|에|을|를|은|는|와|과|로|께|님)$/u, "$1");
  const folded = bare
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .toLowerCase();
  return arabic.test(folded) ? foldArabic(folded) : folded;
});

const arabic = /\p{sc=Arabic}/u;

/** Without the article, which is written as one with its word and with "and" or "by" before it; digits as others write them. */
function foldArabic(word: string): string {
  return withPlainDigits(word)
    .replace(/ى$/, "ي")
    .replace(/^(?:[وفبك]?ال|لل)(?=\p{sc=Arabic}{3,}$)/u, "");
}
