import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { forgivenFailures } from "./failures";
import { lockOwnAddress } from "./own-address";
import { rerouteLetters } from "./reroute-letters";

/**
 * Says that an address works: its failures are forgotten, and the letters that waited for an address leave, unless a newer
 * revision supersedes what they say. Letters that are held for another reason stay.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function markAddressWorking(actor: Actor, addressId: string): Promise<void> {
  await requireAccess(actor, "recipients.release");
  const mark = async (tx: Prisma.TransactionClient) => {
    const { recipientId, status } = await lockOwnAddress(tx, actor, addressId);
    if (status === "working") return;
    await tx.address.update({ where: { id: addressId }, data: { status: "working", ...forgivenFailures } });
    await rerouteLetters(tx, { actor, recipientId });
    const subject = { subjectType: "address", subjectId: addressId };
    await recordEvent(actor, { action: "address.status", ...subject, reason: "working" }, tx);
  };
  await db().$transaction(mark, { timeout: 120_000 });
}
