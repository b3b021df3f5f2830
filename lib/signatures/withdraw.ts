import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readToken } from "@/lib/privacy/links";

/** The states in which a letter or mail has not left us: a withdrawal still stops it. */
const stoppable = ["queued", "waiting", "held", "quarantined", "with_signer"] as const;

/** The states a signature may be taken out of. What was withdrawn can still be erased. */
const before = {
  withdrawn: ["pending", "confirmed"],
  erased: ["pending", "confirmed", "withdrawn", "invalidated"],
} as const;

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

/**
 * Takes a signature out of the count, and its unsent letters and mails out of the queue. A letter that may have arrived is unknown
 * then: that it was not sent would be untrue. Doing so twice changes nothing.
 * @returns whether it was still in
 */
export async function stopSignature(
  tx: Prisma.TransactionClient,
  id: string,
  state: "withdrawn" | "erased",
): Promise<boolean> {
  // Who decides about its letters takes the campaign first, then the signature: so do we, or each would wait for the other.
  await tx.$queryRaw`
    select from campaigns where id = (select campaign_id from signatures where id = ${id}::uuid) for key share`;
  const stateAt = new Date();
  const { count } = await tx.signature.updateMany({
    where: { id, state: { in: [...before[state]] } },
    data: { state, stateAt },
  });
  const where = { signatureId: id, state: { in: [...stoppable] } };
  const data = { state: "cancelled", stateAt } as const;
  const mayHaveArrived = { ...where, OR: [{ doubledAt: { not: null } }, { holdReason: "ambiguous" as const }] };
  await tx.letterSketch.deleteMany({ where: { signatureId: id } });
  await tx.letter.updateMany({ where: mayHaveArrived, data: { state: "unknown", stateAt } });
  await tx.letter.updateMany({ where, data });
  await tx.mail.updateMany({ where, data });
  return count > 0;
}
