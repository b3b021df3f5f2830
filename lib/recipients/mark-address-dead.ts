import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { lockOwnAddress } from "./own-address";
import { rerouteLetters } from "./reroute-letters";

/**
 * Gives an address up. Letters that have not left take the next one that works, or wait until there is one.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function markAddressDead(actor: Actor, addressId: string): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  const mark = async (tx: Prisma.TransactionClient) => {
    const { recipientId, status } = await lockOwnAddress(tx, actor, addressId);
    if (status === "dead") return;
    await tx.address.update({ where: { id: addressId }, data: { status: "dead" } });
    await rerouteLetters(tx, { actor, recipientId });
    const subject = { subjectType: "address", subjectId: addressId };
    await recordEvent(actor, { action: "address.status", ...subject, reason: "dead" }, tx);
  };
  await db().$transaction(mark, { timeout: 120_000 });
}
