import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";

/**
 * Takes an embassy out of the table: no rule finds it from now on. Its recipient stays with the organisation, and letters
 * that were signed still go.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function removeEmbassy(actor: Actor, id: string): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  const where = { id, organisationId: actor.organisationId };
  await db().$transaction(async (tx) => {
    const { count } = validate(id) ? await tx.embassy.deleteMany({ where }) : { count: 0 };
    if (count === 0) throw new Refusal("not-found");
    await recordEvent(actor, { action: "embassy.removed", subjectType: "embassy", subjectId: id }, tx);
  });
}
