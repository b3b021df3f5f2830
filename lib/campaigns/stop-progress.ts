import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";

/** What a STOP has reached: letters that are frozen, and those who could still send by themselves, told or not yet. */
export type StopProgress = { frozen: number; untold: number; waiting: number; told: number; failed: number };

/**
 * How far a STOP, or a deadline, has come; nothing for a campaign of another organisation.
 * @throws Refusal("no-access")
 */
export async function getStopProgress(actor: Actor, campaignId: string): Promise<StopProgress> {
  await requireAccess(actor, "campaigns.read");
  if (!validate(campaignId)) return { frozen: 0, untold: 0, waiting: 0, told: 0, failed: 0 };
  const { organisationId } = actor;
  const [mails, frozen, untold] = await Promise.all([
    db().mail.groupBy({ by: ["state"], where: { organisationId, campaignId, kind: "stopped" }, _count: true }),
    db().letter.count({
      where: { organisationId, campaignId, state: { in: ["queued", "waiting", "held", "quarantined"] } },
    }),
    db().signature.count({
      where: {
        organisationId,
        campaignId,
        state: "confirmed",
        letters: { some: { state: "with_signer" } },
        mails: { none: { kind: "stopped", state: { not: "cancelled" } } },
      },
    }),
  ]);
  const sum = (...states: string[]) =>
    mails.reduce((all, { state, _count }) => (states.includes(state) ? all + _count : all), 0);
  return {
    frozen,
    untold,
    waiting: sum("queued", "waiting", "claimed", "transmitting"),
    told: sum("accepted", "captured"),
    failed: sum("failed", "bounced", "unknown", "held", "quarantined"),
  };
}
