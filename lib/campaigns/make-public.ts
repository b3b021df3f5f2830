import type { Prisma } from "@/lib/generated/prisma/client";
import { finishTasks } from "@/lib/tasks/finish-tasks";

type By = { campaignId: string; accountId: string | null };

/** What publishing a campaign does besides its state: its revisions are public from now on, and nothing of it waits. */
export async function makePublic(tx: Prisma.TransactionClient, { campaignId, accountId }: By): Promise<void> {
  const publishedAt = new Date();
  await tx.campaign.updateMany({ where: { id: campaignId, publishedAt: null }, data: { publishedAt } });
  const unscheduled = { scheduledAt: null, scheduledZone: null, scheduledBy: null };
  await tx.campaign.update({ where: { id: campaignId }, data: unscheduled });
  await tx.revision.updateMany({ where: { campaignId, publishedAt: null }, data: { publishedAt } });
  await finishTasks(tx, { campaignId, kinds: ["approve", "returned", "schedule_failed"], accountId });
}
