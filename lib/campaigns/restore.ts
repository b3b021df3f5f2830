import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { move } from "./move";

/**
 * Takes a campaign out of the archive: closed if it ever was published, else as the draft it was.
 * @throws Refusal("not-found"), Refusal("not-possible-now")
 */
export async function restoreCampaign(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  const where = { id: campaignId, publishedAt: { not: null } };
  await db().$transaction(async (tx) => {
    const wasPublished = validate(campaignId) && (await tx.campaign.count({ where })) > 0;
    await move(tx, actor, campaignId, wasPublished ? "restore" : "restore-draft");
  });
}
