import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { writeDuplicate } from "./write-duplicate";

/**
 * Begins further information about a case: a new campaign like this one that follows it, so that people can write again. Once it
 * is published, the older ones lead to it.
 * @returns the new campaign's id
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function followCampaign(actor: Actor, campaignId: string): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  return db().$transaction(async (tx) => {
    const id = await writeDuplicate(tx, actor, campaignId);
    const data = { kind: "further_information", followsId: campaignId, goal: null } as const;
    await tx.campaign.update({ where: { id }, data });
    return id;
  });
}
