import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { endPause, freeze } from "@/lib/delivery/freeze";
import { finishTasks } from "@/lib/tasks/finish-tasks";
import { endMails } from "./end-mails";
import { lockCampaign } from "./lock";
import { move } from "./move";
import type { Stop } from "./schema";
import { mayFollow } from "./states";

/**
 * STOP: from this moment no letter of the campaign leaves, nobody signs it, and its page says so. Its letters are frozen first,
 * by a pause that waits for nothing, because somebody else may be busy with the campaign. Everybody who could still send a
 * letter by themselves gets a service mail; the sweep makes them, some at a time.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one never published or stopped already
 */
export async function stopCampaign(actor: Actor, campaignId: string, stop: Stop): Promise<void> {
  await requireAccess(actor, "campaigns.stop");
  const { organisationId, accountId } = actor;
  await requireStoppable({ organisationId, campaignId });
  const pauseId = await freeze(actor, campaignId);
  await db().$transaction(
    async (tx) => {
      await lockCampaign(tx, { organisationId, campaignId });
      await move(tx, actor, campaignId, "stop");
      const { reason: stopReason, note: stopNote, discreet: stopDiscreet } = stop;
      const data = { stopReason, stopNote, stopDiscreet, stopToldAt: null, liftedAt: null, overdueAt: null };
      await tx.campaign.update({ where: { id: campaignId }, data });
      await endMails(tx, campaignId, "lifted");
      await tx.$executeRaw`update campaigns set stopped_at = clock_timestamp() where id = ${campaignId}::uuid`;
      await finishTasks(tx, { campaignId, kinds: ["deadline_passed", "approve", "returned"], accountId });
      if (pauseId) await endPause(tx, pauseId);
    },
    { timeout: 120_000, maxWait: 120_000 },
  );
}

async function requireStoppable({ organisationId, campaignId }: { organisationId: string; campaignId: string }) {
  const where = { id: campaignId, organisationId };
  const campaign = validate(campaignId) ? await db().campaign.findFirst({ where }) : null;
  if (!campaign) throw new Refusal("not-found");
  if (!mayFollow("stop", campaign.state, campaign.stoppedAt !== null)) throw new Refusal("not-possible-now");
}
