import { db } from "@/lib/db";
import { queueStaffMail } from "@/lib/delivery/staff-mail";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { lockMembers } from "./lock-members";
import { getMemberRow } from "./member-row";
import { writeSecondFactorReset } from "./messages";
import { recordEvent } from "./record-event";
import { forgetSecondFactor } from "./forget-second-factor";

/**
 * For a member who lost app and codes: takes the second factor away, ends every session and tells the member by mail.
 * An account that other organisations rely on too is for whoever runs the desk (`npm run member -- reset`).
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") without a second factor, for oneself, or
 * for a member of another organisation besides
 */
export async function resetSecondFactor(actor: Actor, memberId: string): Promise<void> {
  await requireAccess(actor, "members.manage");
  const { organisationId } = actor;
  await db().$transaction(async (tx) => {
    await lockMembers(tx, actor);
    const { id, account } = await getMemberRow(tx, { id: memberId, organisationId });
    const where = { accountId: account.id, removedAt: null, organisationId: { not: organisationId } };
    if (id === actor.memberId || (await tx.member.count({ where })) > 0) throw new Refusal("not-possible-now");
    await forgetSecondFactor(tx, account.id, null);
    const { name } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } });
    await queueStaffMail(tx, {
      organisationId,
      kind: "second_factor_reset",
      to: { name: "", address: account.email },
      fromName: name,
      language: "en",
      ...writeSecondFactorReset(name),
    });
    const entry = { action: "members.reset-second-factor", subjectType: "member", subjectId: id };
    await recordEvent(actor, entry, tx);
  });
}
