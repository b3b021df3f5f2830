import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { fieldError } from "@/lib/forms";
import type { HolderInput } from "@/lib/library/schema";
import { lockRecipient } from "./own-recipient";
import { writeHolder } from "./write-recipient";

/**
 * Says who holds an office now, and since when. New letters salute them; those already signed keep the one before until a
 * member approves it.
 * @throws Refusal("no-access"), Refusal("not-found"); a field error when the holder before began later
 */
export async function changeHolder(actor: Actor, recipientId: string, input: HolderInput): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  await db().$transaction(async (tx) => {
    await lockRecipient(tx, actor, recipientId, "letters");
    const where = { recipientId, until: null };
    const before = await tx.holder.findFirst({ where, orderBy: { since: "desc" } });
    if (before?.since && input.since && input.since < before.since) throw fieldError("since", "before-last");
    await writeHolder(tx, { actor, recipientId }, before ?? undefined, input);
  });
}
