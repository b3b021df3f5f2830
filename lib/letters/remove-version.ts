import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { openDraftRevision } from "@/lib/campaigns/draft-revision";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { recordVersions } from "./record-versions";
import { removeLetters } from "./remove-letters";
import { everybody } from "./versions";

/**
 * Takes a version of the letter out of the revision that may be changed, in all its languages. Its recipients get the letter
 * to all others from then on.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign
 */
export async function removeVersion(actor: Actor, campaignId: string, key: string): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  if (!validate(campaignId) || key === everybody) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { ...actor, campaignId });
    const of = { campaignId, revisionId };
    const remove = () => tx.letterVersion.deleteMany({ where: { revisionId, key } });
    const { count } = await recordVersions(tx, actor, of, remove, { apart: true });
    if (count === 0) throw new Refusal("not-found");
    await removeLetters(tx, actor, of, { version: key });
    const entry = { action: "version.removed", subjectType: "campaign", subjectId: campaignId, reason: key };
    await recordEvent(actor, entry, tx);
  });
}
