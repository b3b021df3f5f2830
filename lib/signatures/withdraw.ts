import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readToken } from "@/lib/privacy/links";

/** The states in which a letter has not left us: a withdrawal still stops it. */
const stoppable = ["queued", "waiting", "held", "quarantined", "with_signer"] as const;

/**
 * Withdraws a signature on its signer's word: it no longer counts, and letters that have not left never will.
 * @throws Refusal link-unknown
 */
export async function withdrawSignature(token: string): Promise<void> {
  const id = readToken("mine", token);
  if (!id) throw new Refusal("link-unknown");
  await db().$transaction(async (tx) => {
    await stopSignature(tx, id, "withdrawn");
  });
}

/** Takes a signature out of the count and its unsent letters out of the queue. Doing so twice changes nothing. */
export async function stopSignature(
  tx: Prisma.TransactionClient,
  id: string,
  state: "withdrawn" | "erased",
): Promise<void> {
  const stateAt = new Date();
  await tx.signature.updateMany({ where: { id, state: "confirmed" }, data: { state, stateAt } });
  await tx.letter.updateMany({
    where: { signatureId: id, state: { in: [...stoppable] } },
    data: { state: "cancelled", stateAt },
  });
}
