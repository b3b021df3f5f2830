import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";
import { receivedLimits } from "./schema";

/**
 * Forgets received appeals with their keys: those that were discarded or taken some days ago, and those nobody has changed for
 * two months. Each organisation finds among its events how many of its own were.
 * @returns how many
 */
export async function purgeReceived(): Promise<number> {
  return db().$transaction(async (tx) => {
    const gone = await tx.$queryRaw<{ organisationId: string }[]>`
      delete from received_appeals
      where changed_at < now() - make_interval(days => case
        when state = 'open' then ${receivedLimits.openDays}::int
        else ${receivedLimits.endedDays}::int
      end)
      returning organisation_id as "organisationId"`;
    const counts = new Map<string, number>();
    for (const { organisationId } of gone) counts.set(organisationId, (counts.get(organisationId) ?? 0) + 1);
    await tx.auditEvent.createMany({
      data: [...counts].map(([organisationId, count]) => ({
        id: uuidv7(),
        organisationId,
        action: "received.purged",
        reason: String(count),
      })),
    });
    return gone.length;
  });
}
