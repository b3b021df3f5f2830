import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { recordEvent } from "./record-event";
import type { OrganisationInput } from "./schema";

/**
 * Changes what is said about the actor's organisation, and where its letters come from, from the next one rendered on.
 * @throws Refusal("no-access")
 */
export async function saveOrganisation(actor: Actor, input: OrganisationInput): Promise<void> {
  await requireAccess(actor, "organisation.edit");
  const { organisationId: id } = actor;
  const { organisation: name, ...said } = input;
  await db().$transaction(async (tx) => {
    await tx.organisation.update({ where: { id }, data: { name, ...said } });
    await recordEvent(actor, { action: "organisation.edit", subjectType: "organisation", subjectId: id }, tx);
  });
}
