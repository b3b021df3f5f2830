import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { lockCampaignsOf } from "@/lib/campaigns/lock";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { emptyMails, holdForConsent, holdReadyOfClosed } from "@/lib/letters/hold-for-consent";
import { getOwnPerson } from "./find-own";

type Tx = Prisma.TransactionClient;

/** Letters that are held in one statement. */
const mostAtOnce = 2000;

/**
 * Withdraws every consent of a person at risk, in one act: live campaigns of the case pause, letters that have not left are
 * held, pictures that show the person lose their bytes. The name is taken out of everything served by that alone. A campaign
 * may have a million letters: they are held after that, some at a time, while the pause lets none of them leave.
 * @param withdrawal `reason`: kept in the audit event
 * @returns how many times some letters were held
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function withdrawConsent(
  actor: Actor,
  { personId, reason }: { personId: string; reason: string },
  most = mostAtOnce,
): Promise<number> {
  await requireAccess(actor, "cases.edit");
  const campaignIds = await db().$transaction(
    async (tx) => {
      const ids = await stopCampaigns(tx, actor, personId);
      // Should this process end before all are held, a worker holds the rest.
      for (const campaign of ids) {
        await tx.$executeRaw`
          select graphile_worker.add_job('hold_for_consent', json_build_object('campaign', ${campaign}::uuid))`;
      }
      await recordEvent(actor, { action: "consent.withdrawn", subjectType: "person", subjectId: personId, reason }, tx);
      return ids;
    },
    { timeout: 120_000 },
  );
  let batches = 0;
  for (const id of campaignIds) batches += await holdWithoutConsent(id, most);
  return batches;
}

/** Holds what a withdrawn consent lets no longer leave as it is; doing so twice changes nothing more. @returns how often it took some */
export async function holdWithoutConsent(campaignId: string, most = mostAtOnce): Promise<number> {
  const batches = await holdForConsent(campaignId, most);
  await emptyMails(campaignId, most);
  return batches;
}

/** Behind the lock that publishing takes, so that nothing goes live again which was checked before. */
async function stopCampaigns(tx: Tx, actor: Actor, personId: string): Promise<string[]> {
  const { caseId } = await getOwnPerson(tx, actor, personId);
  const ids = await lockCampaignsOf(tx, caseId);
  await holdReadyOfClosed(tx, ids);
  await tx.picture.updateMany({ where: { caseId, shows: { has: personId } }, data: { bytes: null, small: null } });
  await tx.campaign.updateMany({ where: { caseId, state: "live" }, data: { state: "paused", stateAt: new Date() } });
  // By the database's clock, like the times of the letters with which it is compared.
  await tx.$executeRaw`
    update consents set withdrawn_at = clock_timestamp() where person_id = ${personId}::uuid and withdrawn_at is null`;
  return ids;
}
