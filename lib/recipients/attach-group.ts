import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { lockEditable } from "@/lib/campaigns/lock";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { orderOf } from "./order";
import { recordRecipients } from "./record-recipients";

/**
 * Adds everybody in a group to a campaign, as the last ones written to; those that are there already stay as they are, those
 * that are not to be contacted are left out.
 * @returns how many were added, and how many left out
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign
 */
export async function attachGroup(
  actor: Actor,
  { campaignId, groupId }: { campaignId: string; groupId: string },
): Promise<{ added: number; leftOut: number }> {
  await requireAccess(actor, "campaigns.edit");
  const { organisationId } = actor;
  return db().$transaction(async (tx) => {
    await lockEditable(tx, { ...actor, campaignId });
    const where = { id: groupId, organisationId };
    if (!validate(groupId) || !(await tx.recipientGroup.findFirst({ where }))) throw new Refusal("not-found");
    const members = await tx.recipientGroupMember.findMany({
      where: { groupId, recipient: { mergedIntoId: null } },
      orderBy: { recipientId: "asc" },
      select: { recipientId: true, recipient: { select: { doNotContactAt: true } } },
    });
    const there = await orderOf(tx, campaignId);
    const wanted = members.filter(({ recipientId }) => !there.includes(recipientId));
    const added = wanted.filter(({ recipient }) => recipient.doNotContactAt === null);
    const data = added.map(({ recipientId }, n) => ({
      campaignId,
      recipientId,
      organisationId,
      position: there.length + n,
    }));
    await recordRecipients(tx, actor, campaignId, () => tx.campaignRecipient.createMany({ data }));
    for (const { recipientId } of added) {
      const subject = { subjectType: "recipient", subjectId: recipientId };
      await recordEvent(actor, { action: "recipient.added", ...subject, reason: campaignId }, tx);
    }
    return { added: added.length, leftOut: wanted.length - added.length };
  });
}
