import { type Actor, requireAccess } from "@/lib/accounts/access";
import { type AuditEntry, recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { keepUndo } from "@/lib/undo/keep-undo";
import type { ChosenTasks } from "./schema";

/**
 * Ends tasks on a member's word. Those that are done already are left as they are.
 * @returns the id of what was done, by which it is told and taken back
 * @throws Refusal("no-access"), Refusal("count-changed"), Refusal("not-found")
 */
export async function completeTasks(actor: Actor, chosen: ChosenTasks): Promise<string> {
  await requireAccess(actor, "tasks.finish");
  return db().$transaction(async (tx) => {
    const all = await chooseTasks(tx, actor, chosen);
    const at = new Date();
    const done = await tx.task.updateManyAndReturn({
      where: { id: { in: all }, organisationId: actor.organisationId, doneAt: null },
      data: { doneAt: at, doneBy: actor.accountId },
      select: { id: true },
    });
    const ids = done.map(({ id }) => id);
    await recordEvent(actor, entryOf(chosen, all, ids), tx);
    return keepUndo(tx, actor, { act: "tasks-done", chosen: all.length, ids, before: { at: at.toISOString() } });
  });
}

function entryOf({ which }: ChosenTasks, all: string[], ids: string[]): AuditEntry {
  if (ids.length === 1) return { action: "task.done", subjectType: "task", subjectId: ids[0] };
  return { action: "tasks.done", reason: `${ids.length}/${all.length} ${which}` };
}

async function chooseTasks(
  tx: Prisma.TransactionClient,
  { organisationId }: Actor,
  chosen: ChosenTasks,
): Promise<string[]> {
  if (chosen.which === "all") {
    const open = await tx.$queryRaw<{ id: string }[]>`
      select id from tasks where organisation_id = ${organisationId}::uuid and done_at is null order by id for update`;
    if (open.length !== chosen.count) throw new Refusal("count-changed");
    return open.map(({ id }) => id);
  }
  const ids = [...new Set(chosen.ids)];
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from tasks
    where organisation_id = ${organisationId}::uuid and id = any(${ids}::uuid[]) order by id for update`;
  if (found.length < ids.length) throw new Refusal("not-found");
  return ids;
}
