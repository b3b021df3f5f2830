import { type Actor, requireAccess } from "@/lib/accounts/access";
import { lockEditable } from "@/lib/campaigns/lock";
import { db } from "@/lib/db";
import { insertRecipient } from "./insert-recipient";
import { orderOf } from "./order";
import { recordRecipients } from "./record-recipients";
import type { RecipientInput } from "./schema";

/**
 * Makes a recipient and adds it to a campaign, as the last one written to.
 * @returns its id
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign
 */
export async function addRecipient(actor: Actor, campaignId: string, input: RecipientInput): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  const { organisationId } = actor;
  return db().$transaction(async (tx) => {
    await lockEditable(tx, { ...actor, campaignId });
    const recipientId = await insertRecipient(tx, actor, input, campaignId);
    const position = (await orderOf(tx, campaignId)).length;
    const data = { campaignId, recipientId, organisationId, position };
    await recordRecipients(tx, actor, campaignId, () => tx.campaignRecipient.create({ data }));
    return recipientId;
  });
}
