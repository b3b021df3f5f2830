import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";

/**
 * Takes an outcome back: nobody reads it any more.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function retractOutcome(actor: Actor, id: string): Promise<void> {
  await requireAccess(actor, "cases.edit");
  const where = { id, organisationId: actor.organisationId };
  if (!validate(id)) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    const { count } = await tx.outcome.updateMany({
      where: { ...where, retractedAt: null },
      data: { retractedAt: new Date() },
    });
    if (count === 0) throw new Refusal("not-found");
    await recordEvent(actor, { action: "outcome.retracted", subjectType: "outcome", subjectId: id }, tx);
  });
}
