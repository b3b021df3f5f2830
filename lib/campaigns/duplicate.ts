import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { writeDuplicate } from "./write-duplicate";

/**
 * Begins a campaign like another one, of the same case. Not like one that was stopped: its copy would not say so, and people may
 * write again only to one that follows it (`followCampaign`).
 * @returns the new campaign's id
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("campaign-stopped")
 */
export async function duplicateCampaign(actor: Actor, campaignId: string): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  return db().$transaction(async (tx) => {
    const id = await writeDuplicate(tx, actor, campaignId);
    const { stoppedAt } = await tx.campaign.findUniqueOrThrow({
      where: { id: campaignId },
      select: { stoppedAt: true },
    });
    if (stoppedAt) throw new Refusal("campaign-stopped");
    return id;
  });
}
