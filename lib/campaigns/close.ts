import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { move } from "./move";

/**
 * Ends a campaign: nobody can sign it any more. Letters that were confirmed still leave.
 * @throws Refusal("not-found"), Refusal("not-possible-now")
 */
export async function closeCampaign(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.publish");
  await db().$transaction(async (tx) => {
    await move(tx, actor, campaignId, "close");
  });
}
