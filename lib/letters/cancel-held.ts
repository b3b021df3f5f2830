import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * Cancels what has not left of a campaign whose letters may not leave. What may have arrived, and was to be sent once more,
 * is unknown then: whoever counts must not take it for unsent. @returns how many were cancelled
 */
export async function cancelHeld(tx: Prisma.TransactionClient, campaignId: string): Promise<number> {
  await tx.$executeRaw`
    update letters set state = 'unknown', state_at = now()
    where campaign_id = ${campaignId}::uuid and state in ('queued', 'waiting', 'held', 'quarantined')
      and (doubled_at is not null or hold_reason = 'ambiguous')`;
  return tx.$executeRaw`
    update letters set state = 'cancelled', state_at = now()
    where campaign_id = ${campaignId}::uuid and state in ('queued', 'waiting', 'held', 'quarantined')`;
}
