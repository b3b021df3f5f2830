import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { lockImport } from "./find-own";

/**
 * Throws away a file that was not imported.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") once it was started
 */
export async function discardImport(actor: Actor, id: string): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  await db().$transaction(async (tx) => {
    await lockImport(tx, actor, id, ["draft"]);
    await tx.recipientImport.delete({ where: { id } });
  });
}
