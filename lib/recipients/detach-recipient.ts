import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { lockEditable } from "@/lib/campaigns/lock";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { orderOf, writeOrder } from "./order";
import { refuseLast } from "./refuse-last";

type Pair = { campaignId: string; recipientId: string };

/**
 * Takes a recipient out of a campaign: nobody writes to it from now on. It stays with the organisation, and letters that were
 * signed still go.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign, and for the last
 *   one a live or paused campaign is written to
 */
export async function detachRecipient(actor: Actor, { campaignId, recipientId }: Pair): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await db().$transaction(async (tx) => {
    const { state } = await lockEditable(tx, { ...actor, campaignId });
    const order = await orderOf(tx, campaignId);
    if (!order.includes(recipientId)) throw new Refusal("not-found");
    await refuseLast(tx, { campaignId, recipientId, state });
    await tx.campaignRecipient.delete({ where: { campaignId_recipientId: { campaignId, recipientId } } });
    await writeOrder(
      tx,
      campaignId,
      order.filter((id) => id !== recipientId),
    );
    await recordEvent(
      actor,
      { action: "recipient.taken-out", subjectType: "recipient", subjectId: recipientId, reason: campaignId },
      tx,
    );
  });
}
