import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { move } from "./move";

/**
 * Takes back that a campaign is published by itself: it is a draft again.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now")
 */
export async function unscheduleCampaign(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.publish");
  const unscheduled = { scheduledAt: null, scheduledZone: null, scheduledBy: null };
  await db().$transaction(async (tx) => {
    await move(tx, actor, campaignId, "unschedule");
    await tx.campaign.update({ where: { id: campaignId }, data: unscheduled });
  });
}
