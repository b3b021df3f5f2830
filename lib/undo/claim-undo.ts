import { validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { Refusal } from "@/lib/errors";
import type { Prisma, Undo } from "@/lib/generated/prisma/client";
import { type UndoAct, undoMs } from "./schema";

/**
 * Takes what the member did and has not taken back yet, for the transaction that takes it back.
 * @throws Refusal("undo-over") also for what another member did
 */
export async function claimUndo<A extends UndoAct>(
  tx: Prisma.TransactionClient,
  { organisationId, memberId }: Actor,
  id: string,
  acts: readonly A[],
): Promise<Undo & { act: A }> {
  const since = new Date(Date.now() - undoMs);
  const [undo] = validate(id)
    ? await tx.undo.updateManyAndReturn({
        where: { id, organisationId, memberId, undoneAt: null, at: { gte: since }, act: { in: [...acts] } },
        data: { undoneAt: new Date() },
      })
    : [];
  const act = acts.find((one) => one === undo?.act);
  if (!undo || !act || undo.ids.length === 0) throw new Refusal("undo-over");
  return { ...undo, act };
}

/** Keeps for how many rows it was taken back, so that the page says no more than is true. */
export async function countUndone(tx: Prisma.TransactionClient, id: string, undoneCount: number): Promise<void> {
  await tx.undo.update({ where: { id }, data: { undoneCount } });
}
