import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { requireCase } from "./find-own";

const shape = {
  id: true,
  happenedOn: true,
  language: true,
  text: true,
  source: true,
  audience: true,
} satisfies Prisma.OutcomeSelect;

export type ListedOutcome = Prisma.OutcomeGetPayload<{ select: typeof shape }>;

/**
 * What became of a case, the latest first.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function listOutcomes(actor: Actor, caseId: string): Promise<ListedOutcome[]> {
  await requireAccess(actor, "campaigns.read");
  await requireCase(db(), actor, caseId);
  return db().outcome.findMany({
    where: { organisationId: actor.organisationId, caseId, retractedAt: null },
    orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
    select: shape,
  });
}
