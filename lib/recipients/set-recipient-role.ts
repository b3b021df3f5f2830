import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { lockEditable } from "@/lib/campaigns/lock";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { RecipientRole } from "@/lib/generated/prisma/enums";
import { refuseLast } from "./refuse-last";

type Part = { campaignId: string; recipientId: string; role: RecipientRole };

/**
 * Says whether a recipient is written to or gets a copy.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign, and for the last
 *   one a live or paused campaign is written to
 */
export async function setRecipientRole(actor: Actor, { campaignId, recipientId, role }: Part): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await db().$transaction(async (tx) => {
    const { state } = await lockEditable(tx, { ...actor, campaignId });
    const rows = await tx.campaignRecipient.findMany({ where: { campaignId } });
    const row = rows.find((one) => one.recipientId === recipientId);
    if (!row) throw new Refusal("not-found");
    if (row.role === role) return;
    if (role !== "to") await refuseLast(tx, { campaignId, recipientId, state });
    await tx.campaignRecipient.update({
      where: { campaignId_recipientId: { campaignId, recipientId } },
      data: { role },
    });
    await recordEvent(
      actor,
      { action: `recipient.${role}`, subjectType: "recipient", subjectId: recipientId, reason: campaignId },
      tx,
    );
  });
}
