import { tokensOf, type Token } from "./tokens";

/** Phrases of one or more words, folded, with what each of them means. `starts`: what longer phrases begin with. */
export type Lexicon<T> = { phrases: ReadonlyMap<string, T>; starts: ReadonlySet<string> };

/** Where a phrase stands: the numbers of its first token and of the one after its last. */
export type Hit<T> = { value: T; from: number; to: number };

/** Makes a lexicon; of two meanings of one phrase the first stays. */
export function makeLexicon<T>(entries: Iterable<readonly [string, T]>): Lexicon<T> {
  const phrases = new Map<string, T>();
  const starts = new Set<string>();
  for (const [phrase, value] of entries) {
    const words = tokensOf(phrase).map(({ word }) => word);
    if (words.length === 0 || phrases.has(words.join(" "))) continue;
    phrases.set(words.join(" "), value);
    for (let to = 1; to < words.length; to++) starts.add(words.slice(0, to).join(" "));
  }
  return { phrases, starts };
}

/** The longest phrase that begins at a token, or null. */
export function matchAt<T>(lexicon: Lexicon<T>, tokens: readonly Token[], from: number): Hit<T> | null {
  let found: Hit<T> | null = null;
  let phrase = tokens[from]?.word ?? "";
  for (let to = from + 1; phrase; to++) {
    const value = lexicon.phrases.get(phrase);
    if (value !== undefined) found = { value, from, to };
    const next = tokens[to];
    if (!next || !lexicon.starts.has(phrase)) return found;
    phrase = `${phrase} ${next.word}`;
  }
  return found;
}

/** All phrases in a text from left to right, none within another. */
export function matchAll<T>(lexicon: Lexicon<T>, tokens: readonly Token[]): Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let at = 0; at < tokens.length;) {
    const hit = matchAt(lexicon, tokens, at);
    if (hit) hits.push(hit);
    at = hit ? hit.to : at + 1;
  }
  return hits;
}
