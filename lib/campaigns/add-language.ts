import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { openDraftRevision } from "./draft-revision";
import { writeAppealText } from "./write-appeal-text";

/**
 * Begins the text of an appeal in one more language; it is empty until somebody writes it. One that is there stays.
 * @throws Refusal("not-found"), Refusal("not-possible-now") for an archived campaign
 */
export async function addLanguage(actor: Actor, campaignId: string, language: string): Promise<void> {
  await requireAccess(actor, "texts.edit");
  if (!validate(campaignId)) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { ...actor, campaignId });
    if ((await tx.appealText.count({ where: { revisionId, language } })) > 0) return;
    const empty = { title: "", request: "", summary: "", body: "", notice: "", writeHint: "" };
    await writeAppealText(tx, actor, { campaignId, revisionId, language }, empty);
  });
}
