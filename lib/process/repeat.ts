import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/log";

const firstWaitMs = 500;

/**
 * Runs a verb again and again until the signal says stop, never two at once. A failure is logged and the loop goes on,
 * after a wait that doubles with each failure in a row.
 * @param everyMs pause between two runs
 * @param mostWaitMs the longest wait after failures
 */
export async function repeat(
  name: string,
  verb: () => unknown,
  { everyMs, mostWaitMs = 30_000, signal }: { everyMs: number; mostWaitMs?: number; signal: AbortSignal },
): Promise<void> {
  for (let failures = 0; !signal.aborted;) {
    try {
      await verb();
      failures = 0;
    } catch (err) {
      failures += 1;
      log.error({ err, loop: name, failures }, "loop failed");
    }
    await wait(failures === 0 ? everyMs : Math.min(mostWaitMs, firstWaitMs * 2 ** failures), signal);
  }
}

/** Waits, or less if the signal says stop. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
