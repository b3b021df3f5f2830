import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { move } from "./move";

/**
 * Stops everything of a campaign that could leave: nobody can sign, and no letter is sent, until it is resumed.
 * @throws Refusal("not-found"), Refusal("not-possible-now")
 */
export async function pauseCampaign(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.publish");
  await db().$transaction(async (tx) => {
    await move(tx, actor, campaignId, "pause");
  });
}
