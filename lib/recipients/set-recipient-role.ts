import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import type { RecipientRole } from "@/lib/generated/prisma/enums";
import { changeRules } from "@/lib/routing/change-rules";
import { recordRecipients } from "./record-recipients";
import { refuseLast } from "./refuse-last";

type Part = { campaignId: string; recipientId: string; role: RecipientRole };

/**
 * Says whether a recipient is written to or gets a copy.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign, and for the last
 *   one a live or paused campaign is written to
 */
export async function setRecipientRole(actor: Actor, { campaignId, recipientId, role }: Part): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await changeRules(actor, campaignId, async (tx, state) => {
    const rows = await tx.campaignRecipient.findMany({ where: { campaignId } });
    const row = rows.find((one) => one.recipientId === recipientId);
    if (!row) throw new Refusal("not-found");
    if (row.role === role) return;
    if (role !== "to") await refuseLast(tx, { campaignId, recipientId, state });
    const where = { campaignId_recipientId: { campaignId, recipientId } };
    await recordRecipients(tx, actor, campaignId, () => tx.campaignRecipient.update({ where, data: { role } }));
    await recordEvent(
      actor,
      { action: `recipient.${role}`, subjectType: "recipient", subjectId: recipientId, reason: campaignId },
      tx,
    );
  });
}
