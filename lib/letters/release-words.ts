import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { freeWords } from "./free-words";
import { lockWords, type WordsDecision } from "./lock-words";
import { requireConsent } from "./release";

/**
 * Lets the letters of a writer go that were held for their words and that a member has read. Each goes to the address it was
 * written to, or the one its recipient has now; without one it is held for that, and one of a superseded revision for that.
 * @throws Refusal("no-access"), Refusal("not-found"); Refusal("not-possible-now") once it was decided or withdrawn;
 *   Refusal("not-ready") while a consent is missing
 */
export async function releaseWords(actor: Actor, of: WordsDecision): Promise<void> {
  await requireAccess(actor, "words.decide");
  await db().$transaction(async (tx) => {
    const { id, campaignId } = await lockWords(tx, actor, of);
    await requireConsent(tx, campaignId);
    await tx.signature.update({ where: { id }, data: { wordsAskedAt: null } });
    await freeWords(tx, id, { read: true, consent: true });
    await recordEvent(actor, { action: "letter.released", subjectType: "signature", subjectId: id }, tx);
  });
}
