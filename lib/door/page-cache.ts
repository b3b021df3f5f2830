import { turns } from "./turns";

type Kept<Value> = { value: Value; since: number };

export type PageCache<Value> = {
  /** The value of a key while it is fresh; the hot path. */
  fresh(key: string): Value | undefined;
  /** The value of a key, rendered now unless it is fresh. @throws Busy, and what the rendering throws */
  get(key: string): Promise<Value>;
};

/**
 * Keeps what was rendered for one second. One rendering at a time in all; for a key that is being rendered the others
 * get the stale value if it is younger than five seconds, else they wait for that rendering. Pages that are known are
 * renewed before unknown ones, so that a flood of made-up addresses does not age the real ones.
 * @param render makes a value; it is given the one before, which it may return again
 * @param now milliseconds of a clock that never goes back
 */
export function pageCache<Value>(
  render: (key: string, before: Value | undefined) => Promise<Value>,
  { freshFor = 1000, staleFor = 5000, most = 500, now = () => performance.now() } = {},
): PageCache<Value> {
  const kept = new Map<string, Kept<Value>>();
  const running = new Map<string, Promise<Value>>();
  const take = turns(1, 1000);

  async function renew(key: string, before: Kept<Value> | undefined): Promise<Value> {
    try {
      const value = await take(() => render(key, before?.value), before !== undefined);
      // Deleted and set again: a Map keeps its order of insertion, so the first key is the least recently renewed.
      kept.delete(key);
      kept.set(key, { value, since: now() });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return value;
    } finally {
      running.delete(key);
    }
  }

  function fresh(key: string): Value | undefined {
    const found = kept.get(key);
    return found !== undefined && now() - found.since < freshFor ? found.value : undefined;
  }

  return {
    fresh,
    async get(key) {
      const found = kept.get(key);
      const age = found === undefined ? Infinity : now() - found.since;
      if (found !== undefined && age < freshFor) return found.value;
      const already = running.get(key);
      if (already !== undefined) return found !== undefined && age < staleFor ? found.value : already;
      const renewal = renew(key, found);
      running.set(key, renewal);
      return renewal;
    },
  };
}
