import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { openDraftRevision } from "./draft-revision";

/**
 * Begins the text of an appeal in one more language; it is empty until somebody writes it. One that is there stays.
 * @throws Refusal("not-found"), Refusal("not-possible-now") for an archived campaign
 */
export async function addLanguage(actor: Actor, campaignId: string, language: string): Promise<void> {
  await requireAccess(actor, "texts.edit");
  const { organisationId, accountId } = actor;
  if (!validate(campaignId)) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { organisationId, campaignId, accountId });
    const empty = { title: "", request: "", summary: "", body: "" };
    await tx.appealText.createMany({
      data: [{ revisionId, organisationId, language, ...empty }],
      skipDuplicates: true,
    });
  });
}
