import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { finishTasks } from "@/lib/tasks/finish-tasks";
import { openTask } from "@/lib/tasks/open-task";
import { lockCampaign } from "./lock";
import { move } from "./move";
import { findOpenReview } from "./open-review";

/**
 * Gives back what was submitted, with the reason: a campaign in review is a draft again.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") when nothing waits
 */
export async function sendBackCampaign(actor: Actor, campaignId: string, reason: string): Promise<void> {
  await requireAccess(actor, "campaigns.approve");
  const { organisationId, accountId } = actor;
  await db().$transaction(async (tx) => {
    const { state } = await lockCampaign(tx, { organisationId, campaignId });
    const { id } = await findOpenReview(tx, campaignId);
    const decided = { decision: "returned", decidedBy: accountId, decidedAt: new Date(), reason } as const;
    await tx.review.update({ where: { id }, data: decided });
    await finishTasks(tx, { campaignId, kinds: ["approve"], accountId });
    await openTask(tx, { organisationId, campaignId, kind: "returned", subjectId: id });
    if (state === "in_review") return move(tx, actor, campaignId, "send-back");
    await recordEvent(actor, { action: "revision.send-back", subjectType: "campaign", subjectId: campaignId }, tx);
  });
}
