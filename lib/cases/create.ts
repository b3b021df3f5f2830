import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { insertCase } from "./insert-case";
import type { CaseInput } from "./schema";

/**
 * Opens a case of the actor's organisation.
 * @returns its id
 * @throws Refusal("no-access")
 */
export async function createCase(actor: Actor, { verifiedOn: verifiedAt, ...facts }: CaseInput): Promise<string> {
  await requireAccess(actor, "cases.edit");
  return db().$transaction((tx) => insertCase(tx, actor, { ...facts, verifiedAt }));
}
