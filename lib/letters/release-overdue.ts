import type { Actor } from "@/lib/accounts/access";
import type { Prisma } from "@/lib/generated/prisma/client";
import { finishTasks } from "@/lib/tasks/finish-tasks";
import { requireConsent } from "./release";

/**
 * Lets the letters leave that a passed deadline kept back, once it is a later one.
 * @throws Refusal("not-ready") while a consent is missing
 */
export async function releaseOverdue(
  tx: Prisma.TransactionClient,
  { accountId }: Actor,
  campaignId: string,
): Promise<void> {
  await finishTasks(tx, { campaignId, kinds: ["deadline_passed"], accountId });
  const where = { campaignId, state: "held", holdReason: "deadline" } as const;
  if ((await tx.letter.count({ where })) === 0) return;
  await requireConsent(tx, campaignId);
  await tx.$executeRaw`
    update letters set state = 'queued', state_at = now(), due_at = now()
    where campaign_id = ${campaignId}::uuid and state = 'held' and hold_reason = 'deadline'`;
  await tx.$queryRaw`select from graphile_worker.add_job('deliver')`;
}
