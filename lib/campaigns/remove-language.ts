import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { openDraftRevision } from "./draft-revision";

/**
 * Takes the text of an appeal in one language out of the revision that may be changed; what is published keeps it. Its
 * sample letter stays.
 * @throws Refusal("not-found") also for a language it has no text in; Refusal("not-possible-now") for its default language
 */
export async function removeLanguage(actor: Actor, campaignId: string, language: string): Promise<void> {
  await requireAccess(actor, "texts.edit");
  const { organisationId, accountId } = actor;
  if (!validate(campaignId)) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { organisationId, campaignId, accountId });
    const { defaultLanguage } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
    if (defaultLanguage === language) throw new Refusal("not-possible-now");
    const { count } = await tx.appealText.deleteMany({ where: { revisionId, language } });
    if (count === 0) throw new Refusal("not-found");
  });
}
