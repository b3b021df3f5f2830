import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";
import { misinformed } from "@/lib/signatures/tell-lifted.sql";

/** What a STOP has reached: letters that are frozen, and those who could still send by themselves, told or not yet. */
export type StopProgress = {
  frozen: number;
  untold: number;
  waiting: number;
  told: number;
  failed: number;
  /** Who would be told that they may send again, were it lifted now. */
  retold: number;
};

/**
 * How far a STOP, or a deadline, has come; nothing for a campaign of another organisation.
 * @throws Refusal("no-access")
 */
export async function getStopProgress(actor: Actor, campaignId: string): Promise<StopProgress> {
  await requireAccess(actor, "campaigns.read");
  if (!validate(campaignId)) return { frozen: 0, untold: 0, waiting: 0, told: 0, failed: 0, retold: 0 };
  const { organisationId } = actor;
  const [mails, frozen, untold, retold] = await Promise.all([
    db().mail.groupBy({
      by: ["state"],
      where: { organisationId, campaignId, kind: "stopped", overAt: null },
      _count: true,
    }),
    db().letter.count({
      where: { organisationId, campaignId, state: { in: ["queued", "waiting", "held", "quarantined"] } },
    }),
    db().signature.count({
      where: {
        organisationId,
        campaignId,
        state: "confirmed",
        letters: { some: { state: "with_signer" } },
        mails: { none: { kind: "stopped", state: { not: "cancelled" }, overAt: null } },
      },
    }),
    countRetold(actor, campaignId),
  ]);
  const sum = (...states: string[]) =>
    mails.reduce((all, { state, _count }) => (states.includes(state) ? all + _count : all), 0);
  return {
    frozen,
    untold,
    waiting: sum("queued", "waiting", "claimed", "transmitting"),
    told: sum("accepted", "captured"),
    failed: sum("failed", "bounced", "unknown", "held", "quarantined"),
    retold,
  };
}

async function countRetold({ organisationId }: Actor, campaignId: string): Promise<number> {
  const [row] = await db().$queryRaw<[{ count: number }]>`
    select count(*)::int as count
    from campaigns c join mails m on m.campaign_id = c.id join signatures g on g.id = m.signature_id
    where c.id = ${campaignId}::uuid and c.organisation_id = ${organisationId}::uuid and m.over_at is null
      and ${Prisma.raw(misinformed)}`;
  return row.count;
}
