import { z } from "zod";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
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
  await db().$transaction(async (tx) => {
    const { id, ids, before } = await claimUndo(tx, actor, undoId, taskActs);
    const { at } = z.object({ at: z.coerce.date() }).parse(before);
    const opened = await tx.$executeRaw`
      update tasks t set done_at = null, done_by = null
      where id = any(${ids}::uuid[]) and organisation_id = ${actor.organisationId}::uuid and done_at = ${at}::timestamptz
        and not exists (
          select from tasks o where o.campaign_id = t.campaign_id and o.kind = t.kind and o.done_at is null
        )`;
    await countUndone(tx, id, opened);
    await recordEvent(actor, { action: "tasks.reopened", reason: `${opened}/${ids.length}` }, tx);
  });
}
