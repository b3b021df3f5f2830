import type { Prisma } from "@/lib/generated/prisma/client";

/** Those of the recipients that a campaign, a rule, an embassy or another recipient refers to, or that anybody ever wrote to or is about to. */
export async function usedRecipients(tx: Prisma.TransactionClient, ids: string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select recipient_id as id from campaign_recipients where recipient_id = any(${ids}::uuid[])
    union select recipient_id from version_recipients where recipient_id = any(${ids}::uuid[])
    union select recipient_id from routing_rule_recipients where recipient_id = any(${ids}::uuid[])
    union select fallback_id from routing_rules where fallback_id = any(${ids}::uuid[])
    union select recipient_id from embassies where recipient_id = any(${ids}::uuid[])
    union select (route ->> 'recipient')::uuid from submissions s cross join jsonb_array_elements(s.routes) route
      where s.created_at >= (select min(created_at) from recipients where id = any(${ids}::uuid[]))
        and (route ->> 'recipient')::uuid = any(${ids}::uuid[])
    union select merged_into_id from recipients where merged_into_id = any(${ids}::uuid[])
    union select recipient_id from tallies where recipient_id = any(${ids}::uuid[])
    union select a.recipient_id from addresses a
      where a.recipient_id = any(${ids}::uuid[]) and exists (select from letters l where l.address_id = a.id)`;
  return new Set(rows.map(({ id }) => id));
}
