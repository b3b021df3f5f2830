import { setTimeout as pause } from "node:timers/promises";

/** What was waited for did not come in time. */
export class TooLate extends Error {}

/**
 * Asks again and again until the answer is yes.
 * @returns how many milliseconds it took
 * @throws TooLate naming what was waited for
 */
export async function until(
  what: string,
  ask: () => boolean | Promise<boolean>,
  { mostMs = 60_000, everyMs = 20 }: { mostMs?: number; everyMs?: number } = {},
): Promise<number> {
  const began = performance.now();
  while (!(await ask())) {
    if (performance.now() - began > mostMs) throw new TooLate(`${what}: not within ${mostMs / 1000} s`);
    await pause(everyMs);
  }
  return performance.now() - began;
}
