import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * Lets a member change a campaign whom nobody else edits now; their own lock gets a sign of life.
 * @throws Refusal("being-edited")
 */
export async function requireLock(
  tx: Prisma.TransactionClient,
  { campaignId, accountId }: { campaignId: string; accountId: string },
): Promise<void> {
  const others = await tx.$queryRaw<unknown[]>`
    with mine as (
      update edit_locks set seen_at = clock_timestamp()
      where campaign_id = ${campaignId}::uuid and account_id = ${accountId}::uuid)
    select 1 from edit_locks
    where campaign_id = ${campaignId}::uuid and account_id <> ${accountId}::uuid
      and seen_at > clock_timestamp() - interval '2 minutes'`;
  if (others.length > 0) throw new Refusal("being-edited");
}
