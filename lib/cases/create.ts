import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import type { CaseInput } from "./schema";

/**
 * Opens a case of the actor's organisation.
 * @returns its id
 * @throws Refusal("no-access")
 */
export async function createCase(actor: Actor, { verifiedOn: verifiedAt, ...facts }: CaseInput): Promise<string> {
  await requireAccess(actor, "cases.edit");
  const id = uuidv7();
  await db().case.create({ data: { id, organisationId: actor.organisationId, ...facts, verifiedAt } });
  return id;
}
