import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { move } from "./move";

/**
 * Takes a campaign out of the list and from the public. Letters that have not left stay where they are.
 * @throws Refusal("not-found"), Refusal("not-possible-now")
 */
export async function archiveCampaign(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await db().$transaction(async (tx) => {
    await move(tx, actor, campaignId, "archive");
  });
}
