/** A word of a text: as it stands, folded (no case, no accents), and where it is. */
export type Token = { text: string; word: string; start: number; end: number };

/** The words of a text in their order; signs divide words, an apostrophe too. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    text: match[0],
    word: foldWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function foldWord(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word.toLowerCase();
  // A particle belongs to the sentence: "중국의" speaks of "중국".
  const bare = word.replace(/^(\p{Script=Hangul}{2,})(?:에서|으로|에게|의|에|을|를|은|는|와|과|로|께|님)$/u, "$1");
  return bare.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
