import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { lockWords, type WordsDecision } from "./lock-words";
import { mailWriter } from "./mail-writer";

/**
 * Asks a writer about their words by mail, with the way to their own page. The letters stay held.
 * @param note what the member says to them
 * @throws Refusal("no-access"), Refusal("not-found"); Refusal("not-possible-now") once it was decided or withdrawn
 */
export async function askWriter(actor: Actor, of: WordsDecision, note: string): Promise<void> {
  await requireAccess(actor, "words.decide");
  await db().$transaction(async (tx) => {
    const signer = await lockWords(tx, actor, of);
    await tx.signature.update({ where: { id: signer.id }, data: { wordsAskedAt: new Date() } });
    await mailWriter(tx, actor, { signer, kind: "words_asked", note });
    await recordEvent(actor, { action: "letter.asked", subjectType: "signature", subjectId: signer.id }, tx);
  });
}
