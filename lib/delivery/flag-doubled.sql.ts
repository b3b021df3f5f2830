import { pool } from "@/lib/db";
import type { DeliveryTable } from "./claim.sql";

const mostAtOnce = 5000;
const first = "00000000-0000-0000-0000-000000000000";

const flagSome = (table: DeliveryTable) => `
with batch as (
  select id from ${table}
  where id > $1 and state in ('queued', 'waiting', 'claimed', 'transmitting', 'held', 'failed', 'bounced', 'quarantined') and created_at <= $2
  order by id
  limit $3
  for update
), flagged as (
  update ${table} t set doubled_at = now() from batch where t.id = batch.id and t.doubled_at is null
)
select id from batch order by id desc limit 1`;

/**
 * Flags every letter and mail that has not left as possibly doubled, some at a time, and what a member may let leave again.
 * @param until those made later are left alone: no server saw them
 */
export async function flagDoubled(until: Date): Promise<void> {
  for (const table of ["letters", "mails"] as const) {
    for (let after: string | undefined = first; after;) after = await flagAfter(table, after, until);
  }
}

/** @returns the last id it looked at; undefined when there was none */
async function flagAfter(table: DeliveryTable, after: string, until: Date): Promise<string | undefined> {
  const { rows } = await pool().query<{ id: string }>(flagSome(table), [after, until, mostAtOnce]);
  return rows[0]?.id;
}
