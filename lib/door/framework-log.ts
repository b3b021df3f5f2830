import { log } from "@/lib/log";

/**
 * Sends what Next prints about errors through our log, which leaves their messages out: these may quote what a person
 * wrote. So may a text without an error, mostly advice to developers: only that there was one is kept.
 */
export function logFrameworkErrors(): void {
  Object.assign(console, { error: report, warn: report });
}

function report(...words: unknown[]): void {
  const err = words.find((word) => word instanceof Error);
  if (err) log.error({ err }, "the framework met an error");
  else log.debug({ words: words.length }, "the framework reports");
}
