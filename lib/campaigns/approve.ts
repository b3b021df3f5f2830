import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { finishTasks } from "@/lib/tasks/finish-tasks";
import { contentMark } from "./content-mark";
import { lockCampaign } from "./lock";
import { findOpenReview } from "./open-review";

/**
 * A second member's word that exactly this may be published. Any later edit makes it void.
 * @param seen the mark of what the member was shown
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") when nothing waits,
 *   Refusal("own-work") for who submitted it or edited it last, Refusal("changed-meanwhile") when it was edited since
 */
export async function approveCampaign(actor: Actor, campaignId: string, seen: string): Promise<void> {
  await requireAccess(actor, "campaigns.approve");
  const { organisationId, accountId } = actor;
  await db().$transaction(async (tx) => {
    await lockCampaign(tx, { organisationId, campaignId });
    const review = await findOpenReview(tx, campaignId);
    const { editedBy } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId }, select: { editedBy: true } });
    if (review.submittedBy === accountId || editedBy === accountId) throw new Refusal("own-work");
    const mark = await contentMark(tx, campaignId);
    if (mark !== review.mark || mark !== seen) throw new Refusal("changed-meanwhile");
    const decided = { decision: "approved", decidedBy: accountId, decidedAt: new Date() } as const;
    await tx.review.update({ where: { id: review.id }, data: decided });
    await finishTasks(tx, { campaignId, kinds: ["approve"], accountId });
    const entry = { action: "campaign.approve", subjectType: "campaign", subjectId: campaignId, reason: mark };
    await recordEvent(actor, entry, tx);
  });
}
