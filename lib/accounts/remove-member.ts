import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { lockMembers, refuseLastOwner } from "./lock-members";
import { getMemberRow } from "./member-row";
import { recordEvent } from "./record-event";

/**
 * Ends a membership at once: every request asks for it. Also one's own. What an open invitation of theirs would give back
 * is withdrawn with it.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("last-owner")
 */
export async function removeMember(actor: Actor, memberId: string): Promise<void> {
  await requireAccess(actor, "members.manage");
  const { organisationId } = actor;
  await db().$transaction(async (tx) => {
    await lockMembers(tx, actor);
    const { id, role, account } = await getMemberRow(tx, { id: memberId, organisationId });
    if (role === "owner") await refuseLastOwner(tx, { id, organisationId });
    const now = new Date();
    await tx.member.update({ where: { id, organisationId }, data: { removedAt: now } });
    await tx.invitation.updateMany({
      where: { organisationId, email: account.email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    await recordEvent(actor, { action: "members.remove", subjectType: "member", subjectId: id, reason: role }, tx);
  });
}
