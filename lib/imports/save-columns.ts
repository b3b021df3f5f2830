import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { lockImport } from "./find-own";
import type { Columns } from "./schema";

/**
 * Says what the columns of a file hold, for the preview.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") once it was started
 */
export async function saveColumns(actor: Actor, id: string, columns: Columns): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  await db().$transaction(async (tx) => {
    const { settings } = await lockImport(tx, actor, id, ["draft"]);
    await tx.recipientImport.update({ where: { id }, data: { settings: { ...settings, columns } } });
  });
}
