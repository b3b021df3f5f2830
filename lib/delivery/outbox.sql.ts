import { pool } from "@/lib/db";
import type { MailKind } from "@/lib/generated/prisma/enums";
import type { DeliveryTable } from "./claim.sql";

/** A captured message, without what it says. `kind` is `letter` or the kind of a mail of our own. */
export type OutboxEntry = {
  table: DeliveryTable;
  id: string;
  kind: "letter" | MailKind;
  /** When it would have left. */
  stateAt: Date;
  /** Null for a mail to a member that concerns no campaign. */
  campaignSlug: string | null;
  /** Without angle brackets. */
  messageId: string;
  /** Names the place of the entry in the list: the next page begins after it. */
  cursor: string;
};

const captured = (table: DeliveryTable, kind: string) => `
  (select '${table}' as table, id, ${kind} as kind, state_at, campaign_id, message_id
  from ${table}
  where organisation_id = $1 and state = 'captured' and ($2::timestamptz is null or (state_at, id) < ($2, $3::uuid))
  order by state_at desc, id desc
  limit $4)`;

const listStatement = `
select o.table, o.id, o.kind, o.state_at as "stateAt", c.slug as "campaignSlug", o.message_id as "messageId",
  to_char(o.state_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '_' || o.id as cursor
from (${captured("letters", "'letter'")} union all ${captured("mails", "kind::text")}) o
left join campaigns c on c.id = o.campaign_id
order by o.state_at desc, o.id desc
limit $4`;

/** @param before time (ISO 8601) and id of the last entry of the page before, if there was one */
export async function listCaptured(
  organisationId: string,
  before: { stateAt: string; id: string } | null,
  limit: number,
): Promise<OutboxEntry[]> {
  const values = [organisationId, before?.stateAt ?? null, before?.id ?? null, limit];
  return (await pool().query<OutboxEntry>({ name: "outbox", text: listStatement, values })).rows;
}
