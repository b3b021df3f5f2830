import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { writeDuplicate } from "./write-duplicate";

/**
 * Begins a campaign like another one, of the same case.
 * @returns the new campaign's id
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function duplicateCampaign(actor: Actor, campaignId: string): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  return db().$transaction((tx) => writeDuplicate(tx, actor, campaignId));
}
