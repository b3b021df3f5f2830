import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * Keeps a campaign's letters from leaving at once, without waiting for anybody who is busy with it.
 * @returns the pause to end once the letters are held back by something else; null when it was paused already
 */
export async function freeze({ organisationId, accountId }: Actor, campaignId: string): Promise<string | null> {
  const [made] = await db().$queryRaw<{ id: string }[]>`
    insert into pauses (id, scope, organisation_id, subject_id, reason, made_by)
    values (${uuidv7()}::uuid, 'campaign', ${organisationId}::uuid, ${campaignId}::uuid, 'STOP', ${accountId}::uuid)
    on conflict (scope, organisation_id, subject_id, lane) where ended_at is null do nothing
    returning id`;
  return made?.id ?? null;
}

/** Ends a pause of `freeze`. */
export async function endPause(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.pause.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date() } });
}
