import { db } from "@/lib/db";
import { type Actor, requireAccess, roleRights } from "./access";
import { lockMembers } from "./lock-members";
import { getMemberRow } from "./member-row";
import { recordEvent } from "./record-event";
import { rights, type RightsInput } from "./schema";

/**
 * Says which of the four rights a member has; what differs from the role is kept beside it and outlives a change of role.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function changeRights(actor: Actor, memberId: string, held: RightsInput): Promise<void> {
  await requireAccess(actor, "members.rights");
  const { organisationId } = actor;
  await db().$transaction(async (tx) => {
    await lockMembers(tx, actor);
    const { id, role } = await getMemberRow(tx, { id: memberId, organisationId });
    const byRole = roleRights[role];
    const granted = rights.filter((right) => held[right] && !byRole.includes(right));
    const taken = rights.filter((right) => !held[right] && byRole.includes(right));
    await tx.member.update({ where: { id, organisationId }, data: { granted, taken } });
    const reason = rights.filter((right) => held[right]).join(", ") || "none";
    await recordEvent(actor, { action: "members.change-rights", subjectType: "member", subjectId: id, reason }, tx);
  });
}
