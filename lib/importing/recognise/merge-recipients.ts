import type { RawRecipient } from "./raw-recipient";
import { isSameRecipient, joinRecipients, nameWords } from "./same-recipient";
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
    for (let n = before; n < merged.length && !told; n++) index.addOffice(n, merged[n]);
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
  readonly #offices = new WordIndex();
  readonly #contacts = new Map<string, number>();

  /** @param withOffice whether others of its list are held against its office */
  add(n: number, one: RawRecipient, withOffice: boolean): void {
    if (one.name) this.#names.add(n, nameWords(one.name));
    if (withOffice) this.addOffice(n, one);
    for (const key of keysOf(one)) if (!this.#contacts.has(key)) this.#contacts.set(key, n);
  }

  addOffice(n: number, one: RawRecipient | undefined): void {
    if (one?.office) this.#offices.add(n, nameWords(one.office));
  }

  *near(one: RawRecipient, told: boolean): Generator<number> {
    if (one.name) yield* this.#names.near(nameWords(one.name));
    if (one.office) yield* this.#offices.near(nameWords(one.office));
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
