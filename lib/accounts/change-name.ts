import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";

/**
 * Changes the name under which other members know the actor.
 * @throws Refusal("no-access")
 */
export async function changeName(actor: Actor, name: string): Promise<void> {
  await requireAccess(actor, "account.edit");
  await db().account.update({ where: { id: actor.accountId }, data: { name } });
}
