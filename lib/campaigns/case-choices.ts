import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";

/** A case a campaign may be about. */
export type CaseChoice = { id: string; title: string; country: string };

/**
 * The cases of the actor's organisation a new campaign may be about, newest first.
 * @throws Refusal("no-access")
 */
export async function listCaseChoices(actor: Actor): Promise<CaseChoice[]> {
  await requireAccess(actor, "campaigns.edit");
  return db().case.findMany({
    where: { organisationId: actor.organisationId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 500,
    select: { id: true, title: true, country: true },
  });
}
