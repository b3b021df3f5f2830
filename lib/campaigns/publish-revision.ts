import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { holdSuperseded } from "@/lib/letters/hold-superseded";
import { blocks, listBlockers } from "./blockers";
import { lockCampaign } from "./lock";
import { requireApproved } from "./require-approved";
import { requireLock } from "./require-lock";

type Input = { note: string; supersedes: boolean };
type Tx = Prisma.TransactionClient;

/** Holding a million letters takes its time. */
const timeout = 120_000;

/**
 * Publishes the revision of a campaign that was being worked on. With `supersedes` the letters of the older ones that have
 * not left are held until a member releases them: they say what is no longer so.
 * @throws Refusal("not-found"), Refusal("not-possible-now") when there is none or the campaign never was published,
 *   Refusal("not-ready") while something blocks, Refusal("not-approved"), Refusal("being-edited")
 */
export async function publishRevision(actor: Actor, campaignId: string, { note, supersedes }: Input): Promise<void> {
  await requireAccess(actor, "campaigns.publish");
  await db().$transaction(
    async (tx) => {
      const { id, number } = await lockDraft(tx, actor, campaignId);
      const found = await listBlockers(tx, campaignId);
      if (found.some((one) => blocks(one) && one.code !== "deadline-past")) throw new Refusal("not-ready");
      await requireApproved(tx, { organisationId: actor.organisationId, campaignId });
      const publishedAt = new Date();
      const supersedesAt = supersedes ? publishedAt : null;
      await tx.revision.update({ where: { id }, data: { note, publishedAt, supersedesAt } });
      if (supersedes) await holdSuperseded(tx, campaignId);
      const action = supersedes ? "revision.supersede" : "revision.publish";
      await recordEvent(actor, { action, subjectType: "campaign", subjectId: campaignId, reason: String(number) }, tx);
    },
    { timeout },
  );
}

async function lockDraft(tx: Tx, actor: Actor, campaignId: string): Promise<{ id: string; number: number }> {
  const { state } = await lockCampaign(tx, { organisationId: actor.organisationId, campaignId });
  await requireLock(tx, { ...actor, campaignId });
  const newest = await tx.revision.findFirst({
    where: { campaignId },
    orderBy: { number: "desc" },
    select: { id: true, number: true, publishedAt: true },
  });
  const open = ["live", "paused", "closed"].includes(state);
  if (!open || !newest || newest.publishedAt) throw new Refusal("not-possible-now");
  return newest;
}
