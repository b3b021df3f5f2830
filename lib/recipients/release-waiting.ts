import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { lockRecipient } from "./own-recipient";
import { rerouteLetters } from "./reroute-letters";

/**
 * Lets the letters of a recipient leave that waited for an address and have one now: somebody gave it who may not send.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function releaseWaiting(actor: Actor, recipientId: string): Promise<void> {
  await requireAccess(actor, "recipients.release");
  const release = async (tx: Prisma.TransactionClient) => {
    await lockRecipient(tx, actor, recipientId);
    await rerouteLetters(tx, { actor, recipientId });
  };
  await db().$transaction(release, { timeout: 120_000 });
}
