import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { getOpenInvitation } from "./get-open-invitation";
import { lockMembers } from "./lock-members";
import { recordEvent } from "./record-event";

/**
 * Takes an invitation back: its link opens nothing any more.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that was accepted or withdrawn
 */
export async function withdrawInvitation(actor: Actor, id: string): Promise<void> {
  await requireAccess(actor, "members.manage");
  const { organisationId } = actor;
  await db().$transaction(async (tx) => {
    await lockMembers(tx, actor);
    await getOpenInvitation(tx, { id, organisationId });
    await tx.invitation.update({ where: { id, organisationId }, data: { revokedAt: new Date() } });
    await recordEvent(actor, { action: "members.withdraw-invitation", subjectType: "invitation", subjectId: id }, tx);
  });
}
