import { z } from "zod";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";
import { claimUndo, countUndone } from "@/lib/undo/claim-undo";

/** What is done with tasks of a list. */
export const taskActs = ["tasks-done"] as const;

/**
 * Opens the tasks again that the member ended by one act within the last hour. One that was opened anew since stays one task,
 * and one that has been settled since stays done.
 * @throws Refusal("no-access"), Refusal("undo-over")
 */
export async function reopenTasks(actor: Actor, undoId: string): Promise<void> {
  await requireAccess(actor, "tasks.finish");
  const reopen = (tx: Prisma.TransactionClient) => reopenIn(tx, actor, undoId);
  try {
    await db().$transaction(reopen);
  } catch (error) {
    // One was opened anew at the same instant: it can be seen now.
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") throw error;
    await db().$transaction(reopen);
  }
}

async function reopenIn(tx: Prisma.TransactionClient, actor: Actor, undoId: string): Promise<void> {
  const { organisationId } = actor;
  const { id, ids, before } = await claimUndo(tx, actor, undoId, taskActs);
  const { at } = z.object({ at: z.coerce.date() }).parse(before);
  const free = await tx.$queryRaw<{ id: string }[]>`
    select id from tasks t where id = any(${ids}::uuid[]) and organisation_id = ${organisationId}::uuid
      and not exists (
        select from tasks o where o.campaign_id = t.campaign_id and o.kind = t.kind and o.done_at is null
      )`;
  const { count } = await tx.task.updateMany({
    where: { id: { in: free.map((task) => task.id) }, organisationId, doneAt: at },
    data: { doneAt: null, doneBy: null },
  });
  await countUndone(tx, id, count);
  await recordEvent(actor, { action: "tasks.reopened", reason: `${count}/${ids.length}` }, tx);
}
