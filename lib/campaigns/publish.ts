import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { lockCampaign } from "./lock";
import { makePublic } from "./make-public";
import { move, requireReady } from "./move";
import { requireApproved } from "./require-approved";
import { requireLock } from "./require-lock";

/**
 * Opens a campaign to those its distribution allows, in its newest revision; not while another member writes in it.
 * @throws Refusal("not-found"), Refusal("not-possible-now"), Refusal("not-ready") while `listBlockers` finds what blocks,
 *   Refusal("not-approved"), Refusal("being-edited")
 */
export async function publishCampaign(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.publish");
  const { organisationId, accountId } = actor;
  await db().$transaction(async (tx) => {
    await lockCampaign(tx, { organisationId, campaignId });
    await requireLock(tx, { ...actor, campaignId });
    await requireReady(tx, campaignId, "newest");
    await requireApproved(tx, { organisationId, campaignId });
    await makePublic(tx, { campaignId, accountId });
    await move(tx, actor, campaignId, "publish");
  });
}
