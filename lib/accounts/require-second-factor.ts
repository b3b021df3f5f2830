import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { recordEvent } from "./record-event";

/**
 * Says whether the organisation's members need a second factor, from their next request on.
 * @throws Refusal("no-access")
 */
export async function requireSecondFactor(actor: Actor, required: boolean): Promise<void> {
  await requireAccess(actor, "organisation.edit");
  const { organisationId: id } = actor;
  await db().$transaction(async (tx) => {
    const { count } = await tx.organisation.updateMany({
      where: { id, secondFactorRequiredAt: required ? null : { not: null } },
      data: { secondFactorRequiredAt: required ? new Date() : null },
    });
    if (count === 0) return;
    const action = required ? "organisation.require-second-factor" : "organisation.waive-second-factor";
    await recordEvent(actor, { action, subjectType: "organisation", subjectId: id }, tx);
  });
}
