const minute = 60_000;
const window = 5;

/** Letters a mail server took in a minute; `at` is its beginning, in milliseconds. */
export type Minute = { at: number; count: number };

/** Letters a minute over the last five minutes, or over as many as anything has left in. */
export function paceOf(minutes: Minute[], now: number): number {
  const since = Math.floor(now / minute) * minute - (window - 1) * minute;
  const recent = minutes.filter(({ at, count }) => at >= since && count > 0);
  if (recent.length === 0) return 0;
  const elapsed = (now - Math.min(...recent.map(({ at }) => at))) / minute;
  return recent.reduce((sum, { count }) => sum + count, 0) / Math.max(elapsed, 1);
}

/** Whole minutes until as many letters have left at a pace; null when nothing is left to do, or nothing moves. */
export function minutesLeft(letters: number, pace: number): number | null {
  return letters > 0 && pace > 0 ? Math.ceil(letters / pace) : null;
}
