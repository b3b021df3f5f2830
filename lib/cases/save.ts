import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { requireCase } from "./find-own";
import type { CaseInput } from "./schema";

/**
 * Changes the facts of a case. Its country is public with each of its appeals, the rest is for members.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function saveCase(
  actor: Actor,
  id: string,
  { verifiedOn: verifiedAt, ...facts }: CaseInput,
): Promise<void> {
  await requireAccess(actor, "cases.edit");
  await requireCase(db(), actor, id);
  await db().case.update({ where: { id }, data: { ...facts, verifiedAt } });
}
