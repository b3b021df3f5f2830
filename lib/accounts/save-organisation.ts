import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { organisationMark } from "./organisation-queries";
import { recordEvent } from "./record-event";
import type { OrganisationInput } from "./schema";

/**
 * Changes what is said about the actor's organisation, and where its letters come from, from the next one rendered on.
 * @param seen the mark of what the form was opened with
 * @throws Refusal("no-access"), Refusal("changed-meanwhile")
 */
export async function saveOrganisation(actor: Actor, seen: string, input: OrganisationInput): Promise<void> {
  await requireAccess(actor, "organisation.edit");
  const { organisationId: id } = actor;
  const { organisation: name, ...said } = input;
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from organisations where id = ${id}::uuid for no key update`;
    const before = await tx.organisation.findUniqueOrThrow({ where: { id } });
    if (organisationMark(before) !== seen) throw new Refusal("changed-meanwhile");
    await tx.organisation.update({ where: { id }, data: { name, ...said } });
    await recordEvent(actor, { action: "organisation.edit", subjectType: "organisation", subjectId: id }, tx);
  });
}
