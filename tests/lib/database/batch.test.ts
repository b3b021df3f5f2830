import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { batched } from "@/lib/database/batch";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A flush that remembers what it was given and answers each item with its double. */
function recorded(options: { inFlight?: number; restMs?: number }) {
  const flushed: number[][] = [];
  const double = batched(async (items: number[]) => {
    flushed.push(items);
    return items.map((item) => item * 2);
  }, options);
  return { flushed, double };
}

describe("group commit", () => {
  test("flushes the first call at once, and those that come meanwhile together", async () => {
    const { flushed, double } = recorded({ inFlight: 1 });
    expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
    expect(flushed).toEqual([[1], [2, 3]]);
  });

  test("with a rest: what comes until its end goes together, and then the next call at once again", async () => {
    const { flushed, double } = recorded({ inFlight: 1, restMs: 5 });
    expect(await double(1)).toBe(2);
    const early = double(2);
    await vi.advanceTimersByTimeAsync(3);
    const late = double(3);
    expect(flushed).toEqual([[1]]);
    await vi.advanceTimersByTimeAsync(2);
    expect(await Promise.all([early, late])).toEqual([4, 6]);
    expect(flushed).toEqual([[1], [2, 3]]);
    await vi.advanceTimersByTimeAsync(5);
    await double(4);
    expect(flushed).toEqual([[1], [2, 3], [4]]);
  });

  test("one that is refused takes no neighbour with it", async () => {
    const refuse = batched(
      async (items: number[]) => {
        if (items.includes(2)) throw new Error("two");
        return items;
      },
      { inFlight: 1, restMs: 5 },
    );
    const first = refuse(0);
    const others = Promise.allSettled([1, 2, 3].map(refuse));
    await vi.advanceTimersByTimeAsync(20);
    expect(await first).toBe(0);
    expect((await others).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
});
