import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { getOwnPerson, requireCase } from "./find-own";
import type { PersonInput } from "./schema";

/**
 * Adds a person at risk to a case, or changes one. From now on their names are taken out of what is served unless a consent
 * covers them, so it is recorded.
 * @returns the person's id
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function savePerson(
  actor: Actor,
  of: { caseId: string } | { personId: string },
  input: PersonInput,
): Promise<string> {
  await requireAccess(actor, "cases.edit");
  return db().$transaction(async (tx) => {
    const id = "personId" in of ? of.personId : uuidv7();
    if ("personId" in of) {
      await getOwnPerson(tx, actor, id);
      await tx.personAtRisk.update({ where: { id }, data: input });
    } else {
      await requireCase(tx, actor, of.caseId);
      const { organisationId } = actor;
      await tx.personAtRisk.create({ data: { id, organisationId, caseId: of.caseId, ...input } });
    }
    await recordEvent(actor, { action: "person.saved", subjectType: "person", subjectId: id }, tx);
    return id;
  });
}
