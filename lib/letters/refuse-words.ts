import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { lockWords, type WordsDecision } from "./lock-words";
import { mailWriter } from "./mail-writer";

/**
 * Gives up the letters of a writer that are held for their words: they never leave, and the writer is told why by mail. The
 * signature still counts.
 * @param note what the member says to them
 * @throws Refusal("no-access"), Refusal("not-found"); Refusal("not-possible-now") once it was decided or withdrawn
 */
export async function refuseWords(actor: Actor, of: WordsDecision, note: string): Promise<void> {
  await requireAccess(actor, "words.decide");
  await db().$transaction(async (tx) => {
    const signer = await lockWords(tx, actor, of);
    const where = { signatureId: signer.id, state: "held", holdReason: "words" } as const;
    const stateAt = new Date();
    // What may have arrived before is not unsent.
    await tx.letter.updateMany({ where: { ...where, doubledAt: { not: null } }, data: { state: "unknown", stateAt } });
    await tx.letter.updateMany({ where, data: { state: "cancelled", stateAt } });
    await tx.signature.update({ where: { id: signer.id }, data: { wordsAskedAt: null } });
    await mailWriter(tx, actor, { signer, kind: "words_refused", note });
    await recordEvent(actor, { action: "letter.refused", subjectType: "signature", subjectId: signer.id }, tx);
  });
}
