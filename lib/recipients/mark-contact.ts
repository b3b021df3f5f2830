import type { Actor } from "@/lib/accounts/access";
import type { Prisma } from "@/lib/generated/prisma/client";
import { lockMerged } from "./lock-merged";
import { lockRecipient } from "./own-recipient";

/**
 * Writes down whether anybody writes to an office: on its row, and on those of the offices that were merged into it, where some
 * of its letters stay.
 * @param reason null: it is written to again
 * @throws Refusal("not-found")
 */
export async function markContact(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { recipientId, reason }: { recipientId: string; reason: string | null },
): Promise<void> {
  await lockMerged(tx, actor, [recipientId]);
  await lockRecipient(tx, actor, recipientId);
  await tx.recipient.updateMany({
    where: { OR: [{ id: recipientId }, { mergedIntoId: recipientId }] },
    data: { doNotContactAt: reason === null ? null : new Date(), doNotContactReason: reason ?? "" },
  });
}
