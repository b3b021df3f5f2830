import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { openDraftRevision } from "./draft-revision";
import { recordChange } from "./record-change";
import { textWords } from "./text-mark";

/**
 * Takes the text of an appeal in one language out of the revision that may be changed; what is published keeps it. Its
 * sample letter stays.
 * @throws Refusal("not-found") also for a language it has no text in; Refusal("not-possible-now") for its default language
 */
export async function removeLanguage(actor: Actor, campaignId: string, language: string): Promise<void> {
  await requireAccess(actor, "texts.edit");
  if (!validate(campaignId)) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { ...actor, campaignId });
    const { defaultLanguage } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
    if (defaultLanguage === language) throw new Refusal("not-possible-now");
    const key = { revisionId_language: { revisionId, language } };
    const text = await tx.appealText.findUnique({ where: key });
    if (!text) throw new Refusal("not-found");
    await tx.appealText.delete({ where: key });
    const before = textWords(text);
    await recordChange(tx, actor, { campaignId, revisionId, part: "text", language, before, after: null });
  });
}
