import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { lockCampaign } from "./lock";
import { move, requireReady } from "./move";

/**
 * Opens a campaign to those its distribution allows, in its newest revision.
 * @throws Refusal("not-found"), Refusal("not-possible-now"), Refusal("not-ready") while `listBlockers` finds what blocks
 */
export async function publishCampaign(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.publish");
  const { organisationId } = actor;
  await db().$transaction(async (tx) => {
    await lockCampaign(tx, { organisationId, campaignId });
    await requireReady(tx, campaignId, "newest");
    const publishedAt = new Date();
    await tx.campaign.updateMany({ where: { id: campaignId, publishedAt: null }, data: { publishedAt } });
    await move(tx, actor, campaignId, "publish");
    await tx.revision.updateMany({ where: { campaignId, publishedAt: null }, data: { publishedAt } });
  });
}
