import { env } from "@/lib/env";
import { failpoint } from "@/lib/process/failpoint";
import { claimLetterRows, claimMailRows, type HeldRow } from "./claim.sql";
import { dropLease, holdLease } from "./leases";

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
  const letters = await claimOr(() => mails.forEach(dropLease), claimLetterRows(most, seconds, paced));
  letters.forEach(holdLease);
  if (process.env.FAILPOINTS && letters.length > 0) await failpoint("after-claim");
  return [...mails, ...letters];
}

/** What was claimed before is let go when this fails: nobody will send it, and its lease must run out to be found. */
async function claimOr<Row>(letGo: () => void, claiming: Promise<Row[]>): Promise<Row[]> {
  try {
    return await claiming;
  } catch (error) {
    letGo();
    throw error;
  }
}
