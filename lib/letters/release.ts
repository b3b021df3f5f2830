import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { lockCampaign } from "@/lib/campaigns/lock";
import { listConsentProblems } from "@/lib/cases/consent-problems";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { HoldReason } from "@/lib/generated/prisma/enums";

type Tx = Prisma.TransactionClient;

/**
 * Lets the letters leave that are held for a reason. One without an address stays: there is nowhere for it to go; so does one
 * of a revision superseded since, which is held for that then (a trigger). Those that may have arrived are flagged, because a
 * second copy may.
 * @returns how many
 * @throws Refusal("not-found"); Refusal("not-possible-now") for those held for their words; Refusal("not-ready") while the
 *   campaign's newest published revision lacks a consent, whatever they are held for
 */
export async function releaseLetters(actor: Actor, campaignId: string, reason: HoldReason): Promise<number> {
  await requireAccess(actor, "letters.release");
  // Each of them is read first.
  if (reason === "words") throw new Refusal("not-possible-now");
  const { organisationId } = actor;
  return db().$transaction(
    async (tx) => {
      await lockCampaign(tx, { organisationId, campaignId });
      await requireConsent(tx, campaignId);
      await requireGoing(tx, campaignId, reason);
      const [{ count } = { count: 0 }] = await tx.$queryRaw<{ count: number }[]>`
        with released as (
        update letters set state = 'queued', state_at = now(), due_at = now(),
          doubled_at = case when hold_reason = 'ambiguous' then coalesce(doubled_at, now()) else doubled_at end
        where campaign_id = ${campaignId}::uuid and state = 'held' and hold_reason = ${reason}::hold_reason
          and address_id is not null
        returning state
        )
        select count(*)::int as count from released where state = 'queued'`;
      if (count > 0) await tx.$queryRaw`select from graphile_worker.add_job('deliver')`;
      const entry = { action: "letters.release", subjectType: "campaign", subjectId: campaignId, reason };
      await recordEvent(actor, entry, tx);
      return count;
    },
    { timeout: 120_000 },
  );
}

/** @throws Refusal("not-possible-now") while what the letters are held for is so: a STOP, or a deadline that has passed */
async function requireGoing(tx: Tx, campaignId: string, reason: HoldReason): Promise<void> {
  const { stoppedAt, deadlineAt } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
  const overdue = deadlineAt !== null && deadlineAt <= new Date();
  if ((reason === "stop" && stoppedAt) || (reason === "deadline" && overdue)) throw new Refusal("not-possible-now");
}

/** @throws Refusal("not-ready") while the newest published revision of a campaign lacks a consent */
export async function requireConsent(tx: Tx, campaignId: string): Promise<void> {
  if (!(await hasConsent(tx, campaignId))) throw new Refusal("not-ready");
}

/** Whether the newest published revision of a campaign has every consent it needs. */
export async function hasConsent(tx: Tx, campaignId: string): Promise<boolean> {
  const revision = await tx.revision.findFirst({
    where: { campaignId, publishedAt: { not: null } },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  return revision !== null && (await listConsentProblems(tx, campaignId, revision.id)).length === 0;
}
