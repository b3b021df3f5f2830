import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";

/** Somebody whose letters are held for their words; nothing says who. */
export type ListedWords = {
  signatureId: string;
  letters: number;
  since: Date;
  askedAt: Date | null;
  /** When the writer wrote them anew. */
  changedAt: Date | null;
  country: string;
  language: string;
};

const mostShown = 200;

/**
 * The signatures of a campaign whose letters are held for their words: those that wait longest first.
 * @returns at most 200 of them, and how many there are
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function listWords(actor: Actor, campaignId: string): Promise<{ rows: ListedWords[]; all: number }> {
  await requireAccess(actor, "letters.release");
  const where = { id: campaignId, organisationId: actor.organisationId };
  if (!validate(campaignId) || (await db().campaign.count({ where })) === 0) throw new Refusal("not-found");
  const groups = await db().letter.groupBy({
    by: ["signatureId"],
    where: { campaignId, state: "held", holdReason: "words" },
    _count: true,
    _min: { stateAt: true },
    orderBy: { _min: { stateAt: "asc" } },
  });
  const shown = groups.slice(0, mostShown);
  const signatures = await db().signature.findMany({
    where: { id: { in: shown.map(({ signatureId }) => signatureId) } },
    select: { id: true, wordsAskedAt: true, wordsChangedAt: true, country: true, language: true },
  });
  const rows = shown.flatMap(({ signatureId, _count, _min }) => {
    const signature = signatures.find(({ id }) => id === signatureId);
    if (!signature || !_min.stateAt) return [];
    const { wordsAskedAt: askedAt, wordsChangedAt: changedAt, country, language } = signature;
    return [{ signatureId, letters: _count, since: _min.stateAt, askedAt, changedAt, country, language }];
  });
  return { rows, all: groups.length };
}
