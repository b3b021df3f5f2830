import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { lockCampaign } from "./lock";
import { requireLock } from "./require-lock";

/**
 * Drops the revision of a campaign that was being worked on, with its texts and letters: what is published holds again.
 * @throws Refusal("not-found"), Refusal("not-possible-now") when there is none, or nothing else the campaign could say,
 *   Refusal("being-edited")
 */
export async function discardRevision(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  const { organisationId } = actor;
  await db().$transaction(async (tx) => {
    await lockCampaign(tx, { organisationId, campaignId });
    await requireLock(tx, { ...actor, campaignId });
    const [newest, before] = await tx.revision.findMany({
      where: { campaignId },
      orderBy: { number: "desc" },
      take: 2,
      select: { id: true, number: true, publishedAt: true },
    });
    if (!newest || newest.publishedAt || !before) throw new Refusal("not-possible-now");
    await tx.appealText.deleteMany({ where: { revisionId: newest.id } });
    await tx.sampleLetter.deleteMany({ where: { revisionId: newest.id } });
    await tx.letterVersion.deleteMany({ where: { revisionId: newest.id } });
    await tx.revision.delete({ where: { id: newest.id } });
    const entry = { action: "revision.discard", subjectType: "campaign", subjectId: campaignId };
    await recordEvent(actor, { ...entry, reason: String(newest.number) }, tx);
  });
}
