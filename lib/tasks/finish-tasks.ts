import type { Prisma } from "@/lib/generated/prisma/client";
import { undoMs } from "@/lib/undo/schema";
import type { TaskKind } from "@/lib/generated/prisma/enums";

type Of = { campaignId: string; kinds: TaskKind[]; accountId: string | null };

/**
 * Ends the open tasks of a campaign that what has just happened has settled. Those a member ended shortly before cannot be opened
 * again by taking that back. @param of `accountId`: who did it, if anybody
 */
export async function finishTasks(tx: Prisma.TransactionClient, { campaignId, kinds, accountId }: Of): Promise<void> {
  await tx.task.updateMany({
    where: { campaignId, kind: { in: kinds }, doneAt: null },
    data: { doneAt: new Date(), doneBy: accountId },
  });
  await tx.$executeRaw`
    update tasks set done_at = done_at + interval '1 millisecond'
    where campaign_id = ${campaignId}::uuid and kind = any(${kinds}::task_kind[])
      and done_at >= now() - make_interval(secs => ${undoMs / 1000})`;
}
