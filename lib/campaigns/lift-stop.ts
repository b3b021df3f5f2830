import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { endMails } from "./end-mails";
import { lockCampaign } from "./lock";
import { move } from "./move";

/**
 * Takes a STOP back that was a mistake. The campaign is paused then: nothing leaves and nobody signs before a member resumes it
 * as well. Service mails that have not left never will; whoever had one and could still send gets another, made by the sweep,
 * that says they may again. It is discreet where the first one was.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now")
 */
export async function liftStop(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.stop");
  const { organisationId } = actor;
  await db().$transaction(
    async (tx) => {
      await lockCampaign(tx, { organisationId, campaignId });
      await move(tx, actor, campaignId, "lift-stop");
      const data = { stoppedAt: null, stopReason: null, stopNote: null, stopToldAt: null, liftToldAt: null };
      await tx.campaign.update({ where: { id: campaignId }, data });
      await endMails(tx, campaignId, "stopped");
      await tx.$executeRaw`update campaigns set lifted_at = now() where id = ${campaignId}::uuid`;
      await tx.$executeRaw`
        update letters set state = 'queued', state_at = now(), due_at = now()
        where campaign_id = ${campaignId}::uuid and state = 'held' and hold_reason = 'stop'`;
    },
    { timeout: 120_000 },
  );
}
