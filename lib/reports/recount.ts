import { log } from "@/lib/log";
import { mendDrifts } from "./recount.sql";

/**
 * Proves the stored counts against the rows they count, and mends them loudly: a drift is a defect of ours, so it goes
 * into the log as an error.
 * @returns how many counts were wrong
 */
export async function recountTallies(): Promise<number> {
  const mended = await mendDrifts();
  for (const { campaignId, state, drift } of mended) log.error({ campaignId, state, drift }, "a tally was wrong");
  return mended.length;
}
