import type { Repair, RepairReason } from "@/lib/importing/schema";

/** A repair as it can be undone: what it was for, what stood there and what stands there now. */
export type RepairKey = Pick<Repair, "reason" | "from" | "to">;

/** What is changed in a text, noted while it is changed; the same change in several places is one repair with all their lines. */
export class RepairNotes {
  readonly #repairs = new Map<string, Repair & { known: Set<number> }>();
  readonly #undone: Set<string>;

  /** @param undone repairs that are not to be made */
  constructor(undone: readonly RepairKey[] = []) {
    this.#undone = new Set(undone.map(keyOf));
  }

  /** Notes a change. False: it was undone, and what stood there stays. */
  allow(reason: RepairReason, from: string, to: string, numbers: readonly number[]): boolean {
    const key = keyOf({ reason, from, to });
    if (this.#undone.has(key)) return false;
    const noted = this.#repairs.get(key) ?? { reason, from, to, lines: [], known: new Set<number>() };
    for (const number of numbers) noted.known.add(number);
    this.#repairs.set(key, noted);
    return true;
  }

  /** All repairs, in the order in which they were first made. */
  list(): Repair[] {
    return [...this.#repairs.values()].map(({ known, ...repair }) => ({
      ...repair,
      lines: [...known].toSorted((one, other) => one - other),
    }));
  }
}

function keyOf({ reason, from, to }: RepairKey): string {
  return `${reason}\0${from}\0${to}`;
}
