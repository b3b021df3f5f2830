import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { openDraftRevision } from "@/lib/campaigns/draft-revision";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { removeLetters } from "./remove-letters";

/**
 * Takes the sample letter in one language out of the revision that may be changed. Readers of that language then write in
 * the campaign's own, so that one stays.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for the campaign's own language and in an
 *   archived campaign
 */
export async function removeLetterLanguage(actor: Actor, campaignId: string, language: string): Promise<void> {
  await requireAccess(actor, "texts.edit");
  if (!validate(campaignId)) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { ...actor, campaignId });
    const { defaultLanguage } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
    if (language === defaultLanguage) throw new Refusal("not-possible-now");
    if ((await removeLetters(tx, actor, { campaignId, revisionId }, { language })) === 0)
      throw new Refusal("not-found");
    await recordEvent(
      actor,
      { action: "letter.removed", subjectType: "campaign", subjectId: campaignId, reason: language },
      tx,
    );
  });
}
