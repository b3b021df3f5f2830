import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * Holds the letters of a campaign that have not left and were written from a revision which a later one supersedes. Also one
 * a worker holds but has not let through the fence: without its lease it stops there.
 */
export async function holdSuperseded(tx: Prisma.TransactionClient, campaignId: string): Promise<number> {
  return tx.$executeRaw`
    with current as (
      select max(number) as number from revisions where campaign_id = ${campaignId}::uuid and supersedes_at is not null
    )
    update letters l set state = 'held', state_at = now(), hold_reason = 'superseded', lease = null, lease_until = null
    from revisions r, current
    where l.campaign_id = ${campaignId}::uuid and (l.state in ('queued', 'waiting', 'claimed') or (l.state = 'held' and l.hold_reason in ('breaker', 'policy', 'ambiguous')))
      and r.id = l.revision_id and r.number < current.number`;
}
