import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Belongings } from "@/lib/library/schema";
import { belongingsFingerprint } from "./changed";
import { lockRecipient } from "./own-recipient";

/**
 * Says which tags a recipient has and which groups it is in.
 * @param of `seen` names what the form was opened with
 * @throws Refusal("no-access"), Refusal("changed-meanwhile"), Refusal("not-found") also for a group of another organisation
 */
export async function saveBelongings(
  actor: Actor,
  { recipientId, seen }: { recipientId: string; seen: string },
  input: Belongings,
): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  const { organisationId } = actor;
  await db().$transaction(async (tx) => {
    await lockRecipient(tx, actor, recipientId);
    const before = await tx.recipient.findUniqueOrThrow({
      where: { id: recipientId },
      select: { tags: true, groups: { select: { groupId: true } } },
    });
    const had = { tags: before.tags, groups: before.groups.map(({ groupId }) => groupId) };
    if (belongingsFingerprint(had) !== seen) throw new Refusal("changed-meanwhile");
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
