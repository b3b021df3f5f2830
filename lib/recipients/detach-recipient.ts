import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import { changeRules } from "@/lib/routing/change-rules";
import { orderOf, writeOrder } from "./order";
import { recordRecipients } from "./record-recipients";
import { refuseLast } from "./refuse-last";

type Pair = { campaignId: string; recipientId: string };

/**
 * Takes a recipient out of a campaign: nobody writes to it from now on. It stays with the organisation, and letters that were
 * signed still go.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign, and for the last
 *   one a live or paused campaign is written to; Refusal("nobody-left") where its rules would leave signers with nobody
 */
export async function detachRecipient(actor: Actor, { campaignId, recipientId }: Pair): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await changeRules(actor, campaignId, async (tx, state) => {
    const order = await orderOf(tx, campaignId);
    if (!order.includes(recipientId)) throw new Refusal("not-found");
    await refuseLast(tx, { campaignId, recipientId, state });
    const left = order.filter((id) => id !== recipientId);
    await recordRecipients(tx, actor, campaignId, async () => {
      await tx.campaignRecipient.delete({ where: { campaignId_recipientId: { campaignId, recipientId } } });
      await writeOrder(tx, campaignId, left);
    });
    await recordEvent(
      actor,
      { action: "recipient.taken-out", subjectType: "recipient", subjectId: recipientId, reason: campaignId },
      tx,
    );
  });
}
