import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { insertRecipient } from "./insert-recipient";
import type { RecipientInput } from "./schema";

/**
 * Makes a recipient in the organisation's library, written to by no campaign yet.
 * @returns its id
 * @throws Refusal("no-access")
 */
export async function createRecipient(actor: Actor, input: RecipientInput): Promise<string> {
  await requireAccess(actor, "recipients.manage");
  return db().$transaction((tx) => insertRecipient(tx, actor, input));
}
