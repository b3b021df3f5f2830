import { pino } from "pino";
import { env } from "@/lib/env";

/**
 * The log of this process: one JSON line an event, ids and codes only. Names, addresses, letters, tokens and network
 * addresses never go in, so errors are reduced to their kind.
 */
export const log = pino({
  level: env().LOG_LEVEL,
  base: { pid: process.pid },
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: reduceError },
});

/** An error without its message, which may quote a person: kind, code and the places in our own code. */
function reduceError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  // The stack begins with the message, which may have lines that look like places.
  const stack = error.stack?.slice(error.stack.indexOf(error.message) + error.message.length) ?? "";
  const places = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in error ? String(error.code) : undefined;
  return { kind: error.name, code, places: places.slice(0, 8).map((line) => line.trim()) };
}
