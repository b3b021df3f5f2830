import { validate } from "uuid";
import { type Actor, mayDo, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { type Done, type UndoAct, undoActs, undoMs } from "./schema";

/**
 * What the member did lately, for the page that tells it; null where nothing is known of it.
 * @param acts those that the page tells
 * @throws Refusal("no-access")
 */
export async function findDone(actor: Actor, id: unknown, acts: readonly UndoAct[]): Promise<Done | null> {
  await requireAccess(actor, "overview.read");
  if (typeof id !== "string" || !validate(id)) return null;
  const { organisationId, memberId } = actor;
  const row = await db().undo.findFirst({ where: { id, organisationId, memberId } });
  const act = acts.find((one) => one === row?.act);
  if (!row || !act) return null;
  const { what, chosen, ids, undoneAt, undoneCount, at } = row;
  const fresh = undoneAt === null && Date.now() - at.getTime() < undoMs;
  const undoable = fresh && ids.length > 0 && mayDo(actor, undoActs[act]);
  const undone = undoneAt !== null;
  return { id, act, what, chosen, changed: ids.length, undone, takenBack: undoneCount ?? 0, undoable };
}
