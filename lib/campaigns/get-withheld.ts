import { validate } from "uuid";
import { type Actor, mayDo, requireAccess } from "@/lib/accounts/access";
import { caseNames, protectedShape } from "@/lib/cases/persons";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Withheld } from "./schema";
import { withheldWord } from "./withheld";

/**
 * The names that readers of a campaign do not see now, and what they see in their place in a language. Who may not read cases
 * learns none.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function getWithheld(actor: Actor, campaignId: string, language: string): Promise<Withheld> {
  await requireAccess(actor, "texts.edit");
  const where = { id: campaignId, organisationId: actor.organisationId };
  const select = { case: { select: { persons: { select: protectedShape } } } };
  const campaign = validate(campaignId) ? await db().campaign.findFirst({ where, select }) : null;
  if (!campaign) throw new Refusal("not-found");
  const { persons } = campaign.case;
  return { names: caseNames(mayDo(actor, "cases.read") ? persons : []), word: withheldWord(language) };
}
