import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { readToken } from "@/lib/privacy/links";

/**
 * Notes a writer's word that they sent a letter themselves, by fax or post, or takes it back. Counted apart from what we
 * saw leave.
 * @throws Refusal link-unknown, not-found when the letter is not theirs
 */
export async function reportLetterSent(token: string, letterId: string, sent: boolean): Promise<void> {
  const signatureId = readToken("mine", token);
  if (!signatureId) throw new Refusal("link-unknown");
  const [from, to] = sent ? (["with_signer", "self_reported"] as const) : (["self_reported", "with_signer"] as const);
  const where = { id: letterId, signatureId };
  const { count } = await db().letter.updateMany({
    where: { ...where, state: from },
    data: { state: to, stateAt: new Date() },
  });
  if (count === 0 && (await db().letter.count({ where })) === 0) throw new Refusal("not-found");
}
