import { db } from "@/lib/db";
import { type Appeal, getAppealOf } from "./queries";

type Revision = { campaignId: string; number: number };

/**
 * A revision of an appeal that a later one took the place of, and whether one that did says that what it said is no longer so.
 * @returns null for the newest one, and for a number that no published revision has
 */
export async function findOlderRevision(
  { id: campaignId, revision }: Appeal,
  number: number,
): Promise<{ appeal: Appeal; superseded: boolean } | null> {
  if (!Number.isInteger(number) || number < 1 || number >= revision.number) return null;
  const where = { campaignId, number, publishedAt: { not: null } };
  const older = await db().revision.findFirst({ where, select: { id: true } });
  if (!older) return null;
  const appeal = await getAppealOf({ campaignId, revisionId: older.id });
  return { appeal, superseded: await isSuperseded({ campaignId, number }) };
}

/** Whether a later revision says that what this one says is no longer so. */
export async function isSuperseded({ campaignId, number }: Revision): Promise<boolean> {
  const where = { campaignId, number: { gt: number }, publishedAt: { not: null }, supersedesAt: { not: null } };
  return (await db().revision.findFirst({ where, select: { id: true } })) !== null;
}
