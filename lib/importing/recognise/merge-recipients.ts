import type { RawRecipient } from "./raw-recipient";
import { isBare, isSameRecipient, joinRecipients, nameWords } from "./same-recipient";
import { WordIndex } from "./word-index";

/**
 * One reading of each recipient. Two that stand in one list are two, unless they have one name.
 * @param groups of readings, the last of them what sentences tell
 */
export function mergeRecipients(groups: readonly (readonly RawRecipient[])[]): RawRecipient[] {
  const merged: RawRecipient[] = [];
  const index = new Index();
  for (const group of groups) {
    const before = merged.length;
    const told = group === groups.at(-1);
    for (const one of group) {
      const at = first(index.near(one, told), (n) => {
        const other = merged[n];
        if (!other) return false;
        const listedBefore = n < before;
        const comparable = listedBefore || told || (one.name !== null && other.name !== null);
        return (comparable && isSameRecipient(one, other)) || (told && listedBefore && sharesContact(one, other));
      });
      const known = at === null ? undefined : merged[at];
      if (at === null || !known) index.add(merged.push(one) - 1, one, told);
      else if (isSameRecipient(one, known)) {
        const joined = joinRecipients(known, one);
        merged[at] = joined;
        index.add(at, joined, true);
      }
    }
    merged.slice(before).forEach((one, n) => index.addOffice(before + n, one));
  }
  return merged;
}

/** The smallest number that fits. */
function first(numbers: Iterable<number>, fits: (n: number) => boolean): number | null {
  let found: number | null = null;
  for (const n of numbers) if ((found === null || n < found) && fits(n)) found = n;
  return found;
}

/** Recipients by the words of their names and offices, and by their contacts. */
class Index {
  readonly #names = new WordIndex();
  // An office of one word is only that of somebody else in a reading without addresses.
  readonly #offices = { bare: new WordIndex(), word: new WordIndex(), other: new WordIndex() };
  readonly #contacts = new Map<string, number>();

  /** @param withOffice whether others of its list are held against its office */
  add(n: number, one: RawRecipient, withOffice: boolean): void {
    if (one.name) this.#names.add(n, nameWords(one.name));
    if (withOffice) this.addOffice(n, one);
    for (const key of keysOf(one)) if (!this.#contacts.has(key)) this.#contacts.set(key, n);
  }

  addOffice(n: number, one: RawRecipient): void {
    const words = nameWords(one.office ?? "");
    if (words.length > 0) this.#offices[isBare(one) ? "bare" : words.length === 1 ? "word" : "other"].add(n, words);
  }

  *near(one: RawRecipient, told: boolean): Generator<number> {
    if (one.name) yield* this.#names.near(nameWords(one.name));
    const words = nameWords(one.office ?? "");
    yield* this.#offices.bare.near(words);
    if (isBare(one)) yield* this.#offices.word.near(words);
    if (isBare(one) || words.length > 1) yield* this.#offices.other.near(words);
    if (told) for (const key of keysOf(one)) yield* [this.#contacts.get(key)].filter((n) => n !== undefined);
  }
}

function keysOf({ contacts }: RawRecipient): string[] {
  return contacts.map(({ raw, lines }) => `${lines[0]} ${raw}`);
}

/** Read again in the same line. */
function sharesContact(one: RawRecipient, other: RawRecipient): boolean {
  const keys = keysOf(other);
  return keysOf(one).some((key) => keys.includes(key));
}
