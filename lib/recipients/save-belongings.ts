import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Belongings } from "@/lib/library/schema";
import { lockRecipient } from "./own-recipient";

/**
 * Says which tags a recipient has and which groups it is in.
 * @throws Refusal("no-access"), Refusal("not-found") also for a group of another organisation
 */
export async function saveBelongings(actor: Actor, recipientId: string, input: Belongings): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  const { organisationId } = actor;
  await db().$transaction(async (tx) => {
    await lockRecipient(tx, actor, recipientId);
    const groups = await tx.recipientGroup.findMany({ where: { organisationId, id: { in: input.groups } } });
    if (groups.length < new Set(input.groups).size) throw new Refusal("not-found");
    await tx.recipient.update({ where: { id: recipientId }, data: { tags: input.tags } });
    await tx.recipientGroupMember.deleteMany({ where: { recipientId } });
    const data = groups.map(({ id: groupId }) => ({ groupId, recipientId, organisationId }));
    await tx.recipientGroupMember.createMany({ data });
    const subject = { subjectType: "recipient", subjectId: recipientId };
    await recordEvent(actor, { action: "recipient.saved", ...subject, reason: "tags" }, tx);
  });
}
