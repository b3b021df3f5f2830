import { validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * Those that were merged into any of these: who confirms a letter to one of them waits, and then reads where it leads by now.
 * Called before the offices themselves are locked, so that whoever needs both takes them in one order.
 */
export async function lockMerged(
  tx: Prisma.TransactionClient,
  { organisationId }: Actor,
  recipientIds: string[],
): Promise<void> {
  const ids = recipientIds.filter((id) => validate(id));
  await tx.$queryRaw`
    select 1 from recipients
    where organisation_id = ${organisationId}::uuid and merged_into_id = any(${ids}::uuid[]) order by id for update`;
}
