import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { cancelHeld } from "@/lib/letters/cancel-held";
import { finishTasks } from "@/lib/tasks/finish-tasks";
import { lockCampaign } from "./lock";
import { move } from "./move";

/**
 * Gives up every letter of a campaign that has not left, after its deadline or a STOP: they never leave. One of which nobody
 * knows whether it has arrived stays unknown. Letters that their writers send themselves stay with them.
 * @returns how many will never leave
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") while letters may leave
 */
export async function cancelUnsent(actor: Actor, campaignId: string): Promise<number> {
  await requireAccess(actor, "campaigns.stop");
  const { organisationId, accountId } = actor;
  return db().$transaction(
    async (tx) => {
      const { state } = await lockCampaign(tx, { organisationId, campaignId });
      const { deadlineAt, stoppedAt } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
      const over = stoppedAt !== null || (deadlineAt !== null && deadlineAt <= new Date());
      if (!over) throw new Refusal("not-possible-now");
      if (state === "live" || state === "paused") await move(tx, actor, campaignId, "close");
      const count = await cancelHeld(tx, campaignId);
      await tx.campaign.update({ where: { id: campaignId }, data: { overdueAt: null } });
      await finishTasks(tx, { campaignId, kinds: ["deadline_passed"], accountId });
      const entry = { action: "letters.cancel", subjectType: "campaign", subjectId: campaignId };
      await recordEvent(actor, { ...entry, reason: stoppedAt ? "stop" : "deadline" }, tx);
      return count;
    },
    { timeout: 120_000 },
  );
}
