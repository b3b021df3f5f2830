import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { lockEditable } from "@/lib/campaigns/lock";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { orderOf } from "./order";
import { recordRecipients } from "./record-recipients";

type Pair = { campaignId: string; recipientId: string };

/**
 * Adds one of the organisation's recipients to a campaign, as the last one written to. One that is there already stays as it
 * is.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign,
 *   Refusal("do-not-contact")
 */
export async function attachRecipient(actor: Actor, { campaignId, recipientId }: Pair): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  const { organisationId } = actor;
  await db().$transaction(async (tx) => {
    await lockEditable(tx, { ...actor, campaignId });
    const where = { id: recipientId, organisationId, mergedIntoId: null };
    const select = { doNotContactAt: true };
    const recipient = validate(recipientId) ? await tx.recipient.findFirst({ where, select }) : null;
    if (!recipient) throw new Refusal("not-found");
    if (recipient.doNotContactAt) throw new Refusal("do-not-contact");
    const order = await orderOf(tx, campaignId);
    if (order.includes(recipientId)) return;
    const data = { campaignId, recipientId, organisationId, position: order.length };
    await recordRecipients(tx, actor, campaignId, () => tx.campaignRecipient.create({ data }));
    await recordEvent(
      actor,
      { action: "recipient.added", subjectType: "recipient", subjectId: recipientId, reason: campaignId },
      tx,
    );
  });
}
