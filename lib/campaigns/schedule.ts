import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { fieldError } from "@/lib/forms";
import { finishTasks } from "@/lib/tasks/finish-tasks";
import { lockCampaign } from "./lock";
import { move, requireReady } from "./move";
import { requireApproved } from "./require-approved";
import type { Schedule } from "./schema";

/**
 * Has a campaign published at a moment to come, if nothing stands in the way then. A later word takes the place of an earlier.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now"), Refusal("not-ready"),
 *   Refusal("not-approved"); ZodError for a moment that is past
 */
export async function scheduleCampaign(actor: Actor, campaignId: string, { at, zone }: Schedule): Promise<void> {
  await requireAccess(actor, "campaigns.publish");
  const { organisationId, accountId, memberId } = actor;
  if (at <= new Date()) throw fieldError("deadlineDate", "past");
  await db().$transaction(async (tx) => {
    await lockCampaign(tx, { organisationId, campaignId });
    await requireReady(tx, campaignId, "newest");
    await requireApproved(tx, { organisationId, campaignId });
    await move(tx, actor, campaignId, "schedule");
    const scheduled = { scheduledAt: at, scheduledZone: zone, scheduledBy: memberId };
    await tx.campaign.update({ where: { id: campaignId }, data: scheduled });
    await finishTasks(tx, { campaignId, kinds: ["schedule_failed", "returned"], accountId });
  });
}
