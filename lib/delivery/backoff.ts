import { env } from "@/lib/env";

/** Times `RETRY_SECONDS`, the pause after the first try: with its default of 300, pauses end at 8 hours. */
const longestPause = 96;
const jitter = 0.2;
const mostAgeSeconds = 4 * 24 * 3600;

/**
 * How long our own side (server refused, greeting, TLS, login) is left alone before it is tried again: a minute at first, an
 * hour in the end. Such a try does not count, so the pauses grow with the row's age.
 * @returns seconds
 */
export function oursDelay(ageSeconds: number): number {
  const retry = env().RETRY_SECONDS;
  return Math.max(1, Math.round(Math.min(Math.max(ageSeconds / 10, retry / 5), retry * 12)));
}

/**
 * How long to wait after a try that failed for now (RFC 5321 §4.5.4.1 asks for growing pauses): three times as long after each
 * that counted, and at most twice the time since the first one. So the pauses begin anew with a member who lets it be tried again,
 * and are not longer for the hours in which our own server, a pause or office hours kept it back.
 * @param tried `attempt` counted tries, 1 for the first; `ageSeconds` since the first
 * @param random in [0, 1), so that letters that failed together do not come back together
 * @returns seconds
 */
export function retryDelay(
  { attempt, ageSeconds }: { attempt: number; ageSeconds: number },
  random: number = Math.random(),
): number {
  const retry = env().RETRY_SECONDS;
  const grown = Math.min(retry * 3 ** (Math.max(attempt, 1) - 1), retry * longestPause);
  const pause = Math.min(grown, Math.max(2 * ageSeconds, retry));
  return Math.round(pause * (1 + jitter * (2 * random - 1)));
}

/**
 * Whether a letter that was put off again has been tried long enough (RFC 5321 §4.5.4.1: 4 to 5 days).
 * @param ageSeconds since the first try; a member who lets it be tried again begins anew
 */
export function givesUp(ageSeconds: number): boolean {
  return ageSeconds >= mostAgeSeconds;
}
