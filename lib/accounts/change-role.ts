import { db } from "@/lib/db";
import type { Role } from "@/lib/generated/prisma/enums";
import { type Actor, requireAccess } from "./access";
import { lockMembers, refuseLastOwner } from "./lock-members";
import { getMemberRow } from "./member-row";
import { recordEvent } from "./record-event";

/**
 * Gives a member another role, from their next request on. Also one's own.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("last-owner")
 */
export async function changeRole(actor: Actor, memberId: string, role: Role): Promise<void> {
  await requireAccess(actor, "members.manage");
  const { organisationId } = actor;
  await db().$transaction(async (tx) => {
    await lockMembers(tx, actor);
    const { id, role: before } = await getMemberRow(tx, { id: memberId, organisationId });
    if (role === before) return;
    if (before === "owner") await refuseLastOwner(tx, { id, organisationId });
    await tx.member.update({ where: { id, organisationId }, data: { role } });
    await recordEvent(
      actor,
      { action: "members.change-role", subjectType: "member", subjectId: id, reason: `${before} to ${role}` },
      tx,
    );
  });
}
