import { passagesOf } from "./own-share";

/** For how many revisions they are kept: one with thirty long letters takes some megabytes. */
const most = 8;

type Known = { texts: string[]; passages: Set<string> };

const shared = globalThis as typeof globalThis & { appealsKnownPassages?: Map<string, Known> };

/**
 * The passages of a revision's sample letters, from memory where they were cut before: it takes some ten milliseconds, and every
 * check page needs them. The texts are compared, for a name in them may have gone since.
 */
export function knownPassages(revision: { id: string; sampleLetters: { body: string }[] }): Set<string> {
  const kept = (shared.appealsKnownPassages ??= new Map<string, Known>());
  const texts = revision.sampleLetters.map(({ body }) => body);
  const before = kept.get(revision.id);
  const known = before && isSame(before.texts, texts) ? before : { texts, passages: passagesOf(texts) };
  // The one that was needed last stands last.
  kept.delete(revision.id);
  kept.set(revision.id, known);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return known.passages;
}

function isSame(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
