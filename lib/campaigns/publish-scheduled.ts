import { v7 as uuidv7 } from "uuid";
import { mayDo } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { orRefusal, Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { openTask } from "@/lib/tasks/open-task";
import { makePublic } from "./make-public";
import { requireReady } from "./move";
import { requireApproved } from "./require-approved";

type Tx = Prisma.TransactionClient;
type Due = { id: string; organisationId: string; scheduledBy: string | null };

/**
 * Publishes the campaigns whose time has come by the database's clock. One that may not be published any more, because
 * something is missing, its approval is void or the member who scheduled it may not publish now, is a draft again, and members
 * get a task. Any worker may do so at any time.
 * @returns how many were published, and how many were not
 */
export async function publishScheduled(): Promise<{ published: number; failed: number }> {
  const counts = { published: 0, failed: 0 };
  for (let end = await publishNext(); end; end = await publishNext()) counts[end] += 1;
  return counts;
}

async function publishNext(): Promise<"published" | "failed" | null> {
  return db().$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<Due[]>`
      select id, organisation_id as "organisationId", scheduled_by as "scheduledBy" from campaigns
      where state = 'scheduled' and scheduled_at <= now() and not exists (
        select 1 from edit_locks where campaign_id = campaigns.id and seen_at > clock_timestamp() - interval '2 minutes')
      order by scheduled_at limit 1 for update skip locked`;
    if (!due) return null;
    const refused = await orRefusal(requirePublishable(tx, due));
    return refused instanceof Refusal ? fail(tx, due, refused) : publish(tx, due);
  });
}

async function requirePublishable(tx: Tx, { id: campaignId, organisationId, scheduledBy }: Due): Promise<void> {
  const where = { id: scheduledBy ?? "", organisationId, removedAt: null };
  const select = { role: true, granted: true, taken: true };
  const member = scheduledBy ? await tx.member.findFirst({ where, select }) : null;
  if (!member || !mayDo(member, "campaigns.publish")) throw new Refusal("no-access");
  await requireReady(tx, campaignId, "newest");
  await requireApproved(tx, { organisationId, campaignId });
}

async function publish(tx: Tx, { id, organisationId }: Due): Promise<"published"> {
  await makePublic(tx, { campaignId: id, accountId: null });
  await tx.campaign.update({ where: { id }, data: { state: "live", stateAt: new Date() } });
  await record(tx, { organisationId, action: "campaign.publish-scheduled", subjectId: id });
  return "published";
}

async function fail(tx: Tx, { id, organisationId }: Due, { code }: Refusal): Promise<"failed"> {
  const unscheduled = { scheduledAt: null, scheduledZone: null, scheduledBy: null };
  await tx.campaign.update({ where: { id }, data: { state: "draft", stateAt: new Date(), ...unscheduled } });
  await openTask(tx, { organisationId, campaignId: id, kind: "schedule_failed" });
  await record(tx, { organisationId, action: "campaign.schedule-failed", subjectId: id, reason: code });
  return "failed";
}

type Happened = { organisationId: string; action: string; subjectId: string; reason?: string };

async function record(tx: Tx, happened: Happened): Promise<void> {
  await tx.auditEvent.create({ data: { id: uuidv7(), subjectType: "campaign", ...happened } });
}
