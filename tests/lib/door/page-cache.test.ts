import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { pageCache } from "@/lib/door/page-cache";
import { Busy, turns } from "@/lib/door/turns";

function world(most = 500) {
  const clock = { now: 0 };
  const rendered: string[] = [];
  const gates: (() => void)[] = [];
  const cache = pageCache<string>(
    async (key, before) => {
      rendered.push(key);
      await new Promise<void>((open) => gates.push(open));
      return `${key}${rendered.length}${before ? ` after ${before}` : ""}`;
    },
    { most, now: () => clock.now },
  );
  const open = async () => {
    while (gates.length === 0) await wait(1);
    gates.shift()?.();
  };
  return { cache, clock, rendered, open };
}

describe("pageCache", () => {
  test("renders once for all who ask at once, and keeps it for a second", async () => {
    const { cache, clock, rendered, open } = world();
    const asked = [cache.get("a"), cache.get("a")];
    await open();
    expect(await Promise.all(asked)).toEqual(["a1", "a1"]);
    clock.now = 999;
    expect([cache.fresh("a"), await cache.get("a"), rendered]).toEqual(["a1", "a1", ["a"]]);
    clock.now = 1000;
    expect(cache.fresh("a")).toBeUndefined();
  });

  test("while one waits for the renewal, others get the stale page for five seconds", async () => {
    const { cache, clock, open } = world();
    const first = cache.get("a");
    await open();
    await first;
    clock.now = 4999;
    const renewal = cache.get("a");
    expect(await cache.get("a")).toBe("a1");
    clock.now = 5000;
    const late = cache.get("a");
    await open();
    expect(await Promise.all([renewal, late])).toEqual(["a2 after a1", "a2 after a1"]);
  });

  test("renders one page at a time, and known pages before unknown ones", async () => {
    const { cache, clock, rendered, open } = world();
    const known = cache.get("known");
    await open();
    await known;
    clock.now = 2000;
    const all = [cache.get("x"), cache.get("y"), cache.get("known")];
    await wait(5);
    expect(rendered).toEqual(["known", "x"]);
    for (const _ of all) await open();
    await Promise.all(all);
    expect(rendered).toEqual(["known", "x", "known", "y"]);
  });

  test("forgets what was renewed longest ago", async () => {
    const { cache, open } = world(2);
    for (const key of ["a", "b", "a2", "c"]) {
      const page = cache.get(key);
      await open();
      await page;
    }
    expect(["a", "b", "a2", "c"].map((key) => cache.fresh(key) !== undefined)).toEqual([false, false, true, true]);
  });

  test("a rendering that fails is not kept and blocks nobody", async () => {
    let fails = true;
    const cache = pageCache<string>(async () => {
      if (fails) throw new Error("no");
      return "page";
    });
    await expect(cache.get("a")).rejects.toThrow("no");
    fails = false;
    expect(await cache.get("a")).toBe("page");
  });
});

test("turns refuses who would wait behind too many", async () => {
  const take = turns(1, 1);
  const order: number[] = [];
  const work = (at: number) => async () => {
    await wait(2);
    order.push(at);
  };
  const first = take(work(1));
  const second = take(work(2));
  await expect(take(work(3))).rejects.toThrow(Busy);
  await Promise.all([first, second]);
  expect(order).toEqual([1, 2]);
});
