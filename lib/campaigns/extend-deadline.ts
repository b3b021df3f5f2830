import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { fieldError } from "@/lib/forms";
import { goOnAfterDeadline } from "./go-on-after-deadline";
import { lockCampaign } from "./lock";
import type { Schedule } from "./schema";

/**
 * Gives a campaign more time after its deadline has passed: the letters it kept back leave, and one that the deadline closed
 * is open again.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") when it is not past or the campaign was
 *   stopped, Refusal("not-ready") while something else blocks; ZodError for a moment that is past
 */
export async function extendDeadline(actor: Actor, campaignId: string, { at, zone }: Schedule): Promise<void> {
  await requireAccess(actor, "campaigns.publish");
  const { organisationId } = actor;
  if (at <= new Date()) throw fieldError("deadlineDate", "past");
  await db().$transaction(
    async (tx) => {
      const { state } = await lockCampaign(tx, { organisationId, campaignId });
      const { deadlineAt, overdueAt, stoppedAt } = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId } });
      const open = ["live", "paused", "closed"].includes(state);
      if (!open || stoppedAt || !deadlineAt || deadlineAt > new Date()) throw new Refusal("not-possible-now");
      await tx.campaign.update({ where: { id: campaignId }, data: { deadlineAt: at, deadlineZone: zone } });
      await recordEvent(actor, { action: "campaign.extend", subjectType: "campaign", subjectId: campaignId }, tx);
      await goOnAfterDeadline(tx, actor, { campaignId, overdueAt });
    },
    { timeout: 120_000 },
  );
}
