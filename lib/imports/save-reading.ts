import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { lockImport, readImportFile } from "./find-own";
import { guessSettings, measure } from "./sample";
import type { Reading } from "./schema";

/**
 * Reads a file that was not imported yet in another way. What its columns hold is guessed anew.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") once it was started
 */
export async function saveReading(actor: Actor, id: string, reading: Reading): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  const bytes = await readImportFile(actor, id);
  const [extent, columns] = [await measure(bytes, reading), await guessSettings(bytes, reading)];
  await db().$transaction(async (tx) => {
    await lockImport(tx, actor, id, ["draft"]);
    await tx.recipientImport.update({ where: { id }, data: { ...extent, settings: { reading, columns } } });
  });
}
