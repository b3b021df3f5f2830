import type { Actor } from "@/lib/accounts/access";
import type { Prisma } from "@/lib/generated/prisma/client";
import { releaseOverdue } from "@/lib/letters/release-overdue";
import { move, requireReady } from "./move";

/**
 * A campaign whose deadline had passed has a later one, or none: the letters it kept back leave, and one that the deadline closed
 * (`overdueAt`) is open again. The new deadline is stored before.
 * @throws Refusal("not-ready") while something blocks that letters leave or that it is open
 */
export async function goOnAfterDeadline(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { campaignId, overdueAt }: { campaignId: string; overdueAt: Date | null },
): Promise<void> {
  await releaseOverdue(tx, actor, campaignId);
  if (!overdueAt) return;
  await tx.campaign.update({ where: { id: campaignId }, data: { overdueAt: null } });
  await move(tx, actor, campaignId, "reopen");
  await requireReady(tx, campaignId, "published");
}
