import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";

/**
 * Ends a task on a member's word. Doing so twice changes nothing.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function completeTask(actor: Actor, id: string): Promise<void> {
  await requireAccess(actor, "tasks.finish");
  const where = { id, organisationId: actor.organisationId };
  if (!validate(id)) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    const { count } = await tx.task.updateMany({
      where: { ...where, doneAt: null },
      data: { doneAt: new Date(), doneBy: actor.accountId },
    });
    if (count > 0) return recordEvent(actor, { action: "task.done", subjectType: "task", subjectId: id }, tx);
    if ((await tx.task.count({ where })) === 0) throw new Refusal("not-found");
  });
}
