import type { Prisma } from "@/lib/generated/prisma/client";
import type { TaskKind } from "@/lib/generated/prisma/enums";

type Of = { campaignId: string; kinds: TaskKind[]; accountId: string | null };

/** Ends the open tasks of a campaign that what has just happened has settled. @param of `accountId`: who did it, if anybody */
export async function finishTasks(tx: Prisma.TransactionClient, { campaignId, kinds, accountId }: Of): Promise<void> {
  await tx.task.updateMany({
    where: { campaignId, kind: { in: kinds }, doneAt: null },
    data: { doneAt: new Date(), doneBy: accountId },
  });
}
