import { v7 as uuidv7 } from "uuid";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { receivedLimits } from "./schema";

/**
 * Forgets received appeals with their keys: those that were discarded or taken some days ago, and those nobody has changed for
 * two months. Each organisation finds among its events how many of its own were.
 * @returns how many
 */
export async function purgeReceived(): Promise<number> {
  const where: Prisma.ReceivedAppealWhereInput = {
    OR: [
      { state: { not: "open" }, changedAt: ago(receivedLimits.endedDays) },
      { state: "open", changedAt: ago(receivedLimits.openDays) },
    ],
  };
  return db().$transaction(async (tx) => {
    const old = await tx.receivedAppeal.findMany({ where, select: { id: true } });
    // Asked again: one that was brought back meanwhile stays. Of what is gone the rows themselves tell whose it was.
    const gone = await tx.$queryRaw<{ organisationId: string }[]>`
      with locked as (
        select id from received_appeals where id = any(${old.map(({ id }) => id)}::uuid[]) order by id for update
      )
      select 1`;
    return gone.length;
  });
}

function ago(days: number): { lt: Date } {
  return { lt: new Date(Date.now() - days * 86_400_000) };
}
