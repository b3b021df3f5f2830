/** Chance that can be had again: the same seed gives the same numbers. */
export type Random = {
  /** From 0 to below 1. */
  next: () => number;
  /** A whole number from least to most. */
  whole: (least: number, most: number) => number;
};

/** Mulberry32, which is small and good enough to choose moments by. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, whole: (least, most) => least + Math.floor(next() * (most - least + 1)) };
}
