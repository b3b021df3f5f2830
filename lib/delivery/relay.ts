import { db } from "@/lib/db";
import { relayLane } from "./lanes.sql";

/** Our own mail server lets nobody in: since when (ISO 8601), and what stands in the way. Null while it does. */
export async function findRelay(): Promise<{ since: string; response: string } | null> {
  const lane = await db().lane.findUnique({ where: { name: relayLane } });
  return lane?.openedAt ? { since: lane.openedAt.toISOString(), response: lane.response ?? "" } : null;
}
