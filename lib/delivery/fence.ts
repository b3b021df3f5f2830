import { batched } from "@/lib/database/batch";
import { env } from "@/lib/env";
import { fenceRows, type Leaving } from "./fence.sql";

const flushes = {
  letters: batched((rows: Leaving[]) => fenceRows("letters", rows, env().LEASE_SECONDS), { inFlight: 1 }),
  mails: batched((rows: Leaving[]) => fenceRows("mails", rows, env().LEASE_SECONDS), { inFlight: 1 }),
};

/**
 * The last word before a row leaves. Its bytes are stored in the same statement, so that whatever a server may have got
 * can be sent again byte for byte.
 * @returns false when the lease is no longer ours or the campaign is paused: then nothing may be sent
 */
export async function passFence(leaving: Leaving): Promise<boolean> {
  return flushes[leaving.row.table](leaving);
}
