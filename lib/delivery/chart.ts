import type { Figures } from "./figures.sql";
import { charted, type Span } from "./schema";

export type Charted = Record<(typeof charted)[number], number>;

/** Steps of a minute or an hour, the oldest first, each with what letters became in it; `at` is its beginning, ISO 8601. */
export type Chart = { span: Span; steps: ({ at: string } & Charted)[] };

const sizes = { hours: { ms: 60_000, count: 120 }, days: { ms: 3_600_000, count: 72 } } as const;

/** Every step up to now, also those in which nothing happened. */
export function chartOf(rows: Figures["charted"], span: Span, now: Date): Chart {
  const { ms, count } = sizes[span];
  const last = Math.floor(now.getTime() / ms) * ms;
  const found = new Map<string, number>(
    rows.map(({ at, state, count: letters }) => [`${at.getTime()} ${state}`, letters]),
  );
  const steps = Array.from({ length: count }, (_, n) => {
    const at = last - (count - 1 - n) * ms;
    const step = Object.fromEntries(charted.map((state) => [state, found.get(`${at} ${state}`) ?? 0])) as Charted;
    return { at: new Date(at).toISOString(), ...step };
  });
  return { span, steps };
}
