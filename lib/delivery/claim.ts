import { env } from "@/lib/env";
import { failpoint } from "@/lib/process/failpoint";
import { claimLetterRows, claimMailRows, type HeldRow } from "./claim.sql";
import { holdLease } from "./leases";

const mailsAtOnce = 50;

/**
 * Takes hold of what is due, under a lease of `LEASE_SECONDS` each. Our own mails come first: they are few, small and
 * somebody waits for them.
 * @param most letters to take
 * @param paced whether lanes, office hours and drips keep letters back
 */
export async function claimDue(most: number, paced: boolean): Promise<HeldRow[]> {
  const seconds = env().LEASE_SECONDS;
  const mails = await claimMailRows(mailsAtOnce, seconds);
  mails.forEach(holdLease);
  const letters = await claimLetterRows(most, seconds, paced);
  letters.forEach(holdLease);
  if (process.env.FAILPOINTS && letters.length > 0) await failpoint("after-claim");
  return [...mails, ...letters];
}
