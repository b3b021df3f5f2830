import { setTimeout as pause } from "node:timers/promises";
import { batched } from "@/lib/database/batch";
import { log } from "@/lib/log";
import type { Ending } from "./ending";
import { dropLease } from "./leases";
import { markRows } from "./mark.sql";

const triesOfOurs = 10;
const betweenTriesMs = 1000;

// A row is marked when its connection has gone on to the next one. Flushes of six letters became such of fifteen.
const restMs = 5;

const flushes = {
  letters: batched((endings: Ending[]) => markRows("letters", endings), { inFlight: 1, restMs }),
  mails: batched((endings: Ending[]) => markRows("mails", endings), { inFlight: 1, restMs }),
};

/**
 * Writes down how a try ended. A server's word must not be lost to a short fault of the database, so it is tried for a
 * while; the lease is kept alive meanwhile. After that the row is left to recovery, which flags it.
 * @throws what the database threw last
 */
export async function markEnding(ending: Ending): Promise<void> {
  try {
    const marked = await flushUntilWritten(ending);
    if (!marked) log.warn({ table: ending.table, id: ending.id, to: ending.to }, "lease lost before the mark");
  } finally {
    dropLease(ending);
  }
}

async function flushUntilWritten(ending: Ending): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await flushes[ending.table](ending);
    } catch (err) {
      log.error({ err, table: ending.table, id: ending.id, attempt }, "mark failed");
      if (attempt === triesOfOurs) throw err;
      await pause(betweenTriesMs);
    }
  }
}
