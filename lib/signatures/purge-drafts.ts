import { db } from "@/lib/db";

/**
 * Forgets drafts that were never sent and whose hour is over.
 * @returns how many
 */
export async function purgeDrafts(now: Date = new Date()): Promise<number> {
  const { count } = await db().submission.deleteMany({ where: { submittedAt: null, expiresAt: { lt: now } } });
  return count;
}
