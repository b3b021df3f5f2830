import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { move, requireReady } from "./move";

/**
 * Opens a closed campaign again, if nothing is missing that it would need to be published.
 * @throws Refusal("not-found"), Refusal("not-possible-now"), Refusal("not-ready")
 */
export async function reopenCampaign(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.publish");
  await db().$transaction(async (tx) => {
    await move(tx, actor, campaignId, "reopen");
    await requireReady(tx, campaignId, "published");
  });
}
