import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { saveFields } from "./save-fields";
import type { Fields } from "./schema";

/**
 * Keeps the fields of a draft as they stand in its form; those it does not know are left out. What is the same as before is no
 * change.
 * @returns the mark of what stands there now
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that is not open,
 *   Refusal("changed-meanwhile") when somebody else changed it since it was shown
 */
export async function saveReceived(actor: Actor, id: string, fields: Fields): Promise<string> {
  await requireAccess(actor, "received.open");
  return db().$transaction((tx) => saveFields(tx, actor, id, fields));
}
