import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { lockCampaign } from "./lock";
import { move } from "./move";

/**
 * Takes a STOP back that was a mistake. The campaign is paused then: nothing leaves and nobody signs before a member resumes it
 * as well. Service mails that have not left never will.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now")
 */
export async function liftStop(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "campaigns.stop");
  const { organisationId } = actor;
  await db().$transaction(
    async (tx) => {
      await lockCampaign(tx, { organisationId, campaignId });
      await move(tx, actor, campaignId, "lift-stop");
      const data = { stoppedAt: null, stopReason: null, stopNote: null, stopDiscreet: false, stopToldAt: null };
      await tx.campaign.update({ where: { id: campaignId }, data });
      await tx.mail.updateMany({
        where: { campaignId, kind: "stopped", state: { in: ["queued", "waiting"] } },
        data: { state: "cancelled", stateAt: new Date() },
      });
      await tx.$executeRaw`
        update letters set state = 'queued', state_at = now(), due_at = now()
        where campaign_id = ${campaignId}::uuid and state = 'held' and hold_reason = 'stop'`;
    },
    { timeout: 120_000 },
  );
}
