import { type Actor, requireAccess } from "@/lib/accounts/access";
import { lockEditable } from "@/lib/campaigns/lock";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { orderOf, writeOrder } from "./order";
import { recordRecipients } from "./record-recipients";

type Move = { campaignId: string; recipientId: string; to: "up" | "down" };

/**
 * Moves a recipient by one place in the order of a campaign. Beyond an end it stays where it is.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign
 */
export async function moveRecipient(actor: Actor, { campaignId, recipientId, to }: Move): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await db().$transaction(async (tx) => {
    await lockEditable(tx, { ...actor, campaignId });
    const order = await orderOf(tx, campaignId);
    const from = order.indexOf(recipientId);
    if (from < 0) throw new Refusal("not-found");
    const others = order.filter((id) => id !== recipientId);
    const place = Math.max(0, to === "up" ? from - 1 : from + 1);
    const moved = others.toSpliced(place, 0, recipientId);
    await recordRecipients(tx, actor, campaignId, () => writeOrder(tx, campaignId, moved));
  });
}
