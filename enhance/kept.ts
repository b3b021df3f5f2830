/**
 * What is kept of a draft. `bodies` are the texts that were changed in a letter, by what the letter was then (its revision, language
 * and way of writing) and by the names of their fields: they belong to no other letter. Words of one's own do.
 */
export type Kept = {
  /** When it was first kept; writing on renews it not. */
  at: number;
  ownWords: string;
  bodies: Record<string, Record<string, string>>;
  /** Who writes, by field, if they want that. */
  person?: Record<string, string>;
};

type Written = { basis: string; texts: Record<string, string>; person: Record<string, string> | null };

const prefix = "draft:";
const keptForMs = 30 * 86_400_000;

/** The field of words of one's own. */
export const ownWordsField = "ownWords";

/** Under which name the draft of an appeal's letter is kept. */
export function keyOf(slug: string): string {
  return prefix + slug;
}

/** @returns null for what is not there, too old, or not ours */
export function readKept(store: Pick<Storage, "getItem">, key: string): Kept | null {
  try {
    const kept = JSON.parse(store.getItem(key) ?? "null") as Kept | null;
    return kept?.bodies && Date.now() - kept.at < keptForMs ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps what was written into one letter; what was written into others stays. */
export function keep(store: Pick<Storage, "getItem" | "setItem">, key: string, written: Written): void {
  const before = readKept(store, key);
  const { [ownWordsField]: ownWords = before?.ownWords ?? "", ...texts } = written.texts;
  const kept: Kept = {
    at: before?.at ?? Date.now(),
    ownWords,
    bodies: { ...before?.bodies, [written.basis]: texts },
    ...(written.person && { person: written.person }),
  };
  store.setItem(key, JSON.stringify(kept));
}

/**
 * What a letter gets back of a draft.
 * @param fields the names of its fields
 * @returns the texts that belong in its fields, and those that were written into another letter
 */
export function sortKept(
  { ownWords, bodies }: Kept,
  basis: string,
  fields: string[],
): { texts: Record<string, string>; others: string[] } {
  const all = [
    ...Object.entries(bodies).flatMap(([of, texts]) =>
      Object.entries(texts).map(([name, text]) => ({ name, text, fits: of === basis && fields.includes(name) })),
    ),
    { name: ownWordsField, text: ownWords, fits: fields.includes(ownWordsField) },
  ];
  const others = all.filter(({ fits, text }) => !fits && text.trim() !== "").map(({ text }) => text);
  return {
    texts: Object.fromEntries(all.filter(({ fits }) => fits).map(({ name, text }) => [name, text])),
    others: [...new Set(others)],
  };
}

/** Forgets the draft of one appeal, and every one that is too old. */
export function forgetKept(store: Storage, slug: string | undefined): void {
  const keys = Array.from({ length: store.length }, (_, at) => store.key(at) ?? "");
  for (const key of keys.filter((one) => one.startsWith(prefix))) {
    if (readKept(store, key) === null || (slug && key === keyOf(slug))) store.removeItem(key);
  }
}
