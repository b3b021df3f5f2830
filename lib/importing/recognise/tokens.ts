import { remembering } from "./remember";

/** A word of a text: as it stands, folded (no case, no accents), and where it is. */
export type Token = { text: string; word: string; start: number; end: number };

/** The words of a text in their order; signs divide words, an apostrophe too. */
export const tokensOf = remembering((text): readonly Token[] => {
  const tokens: Token[] = [];
  for (const match of text.matchAll(words(text))) {
    const [word] = match;
    tokens.push({ text: word, word: foldWord(word), start: match.index, end: match.index + word.length });
  }
  return tokens;
});

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
  return bare.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
});
