import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { finishTasks } from "@/lib/tasks/finish-tasks";
import { openTask } from "@/lib/tasks/open-task";
import { contentMark } from "./content-mark";
import { lockCampaign } from "./lock";
import { move, requireReady } from "./move";

type Tx = Prisma.TransactionClient;

/**
 * Asks a second member to approve a campaign, or the next revision of a published one, as it is now. What was submitted before
 * is overtaken.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-ready") while something blocks,
 *   Refusal("not-possible-now") when there is nothing to approve
 */
export async function submitCampaign(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  const { organisationId, accountId } = actor;
  await db().$transaction(async (tx) => {
    const { state } = await lockCampaign(tx, { organisationId, campaignId });
    if (["live", "paused", "closed"].includes(state)) await requireDraft(tx, actor, campaignId);
    else {
      await requireReady(tx, campaignId, "newest");
      await move(tx, actor, campaignId, "submit");
    }
    await tx.review.updateMany({
      where: { campaignId, decision: null },
      data: { decision: "overtaken", decidedAt: new Date() },
    });
    const mark = await contentMark(tx, campaignId);
    const id = uuidv7();
    await tx.review.create({ data: { id, organisationId, campaignId, mark, submittedBy: accountId } });
    await finishTasks(tx, { campaignId, kinds: ["returned", "schedule_failed"], accountId });
    await openTask(tx, { organisationId, campaignId, kind: "approve", subjectId: id });
  });
}

async function requireDraft(tx: Tx, actor: Actor, campaignId: string): Promise<void> {
  const newest = await tx.revision.findFirst({
    where: { campaignId },
    orderBy: { number: "desc" },
    select: { publishedAt: true },
  });
  if (!newest || newest.publishedAt) throw new Refusal("not-possible-now");
  await recordEvent(actor, { action: "revision.submit", subjectType: "campaign", subjectId: campaignId }, tx);
}
