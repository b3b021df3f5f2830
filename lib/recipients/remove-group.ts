import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";

/**
 * Forgets a group. Its recipients stay, also in the campaigns they were added to by it.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function removeGroup(actor: Actor, groupId: string): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  const where = { id: groupId, organisationId: actor.organisationId };
  await db().$transaction(async (tx) => {
    const { count } = validate(groupId) ? await tx.recipientGroup.deleteMany({ where }) : { count: 0 };
    if (count === 0) throw new Refusal("not-found");
    await recordEvent(actor, { action: "group.removed", subjectType: "group", subjectId: groupId }, tx);
  });
}
