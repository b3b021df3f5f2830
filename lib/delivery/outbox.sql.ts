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
  /** The title of the campaign; null for a mail to a member that concerns none. */
  campaign: string | null;
  /** The office a letter is to; null for a mail. */
  office: string | null;
  /** Names the place of the entry in the list: the next page begins after it. */
  cursor: string;
};

const captured = (table: DeliveryTable, kind: string, recipient: string) => `
  (select '${table}' as table, id, ${kind} as kind, state_at, campaign_id, ${recipient} as recipient_id
  from ${table}
  where organisation_id = $1 and state = 'captured' and ($2::timestamptz is null or (state_at, id) < ($2, $3::uuid))
  order by state_at desc, id desc
  limit $4)`;

const listStatement = `
select o.table, o.id, o.kind, o.state_at as "stateAt", coalesce(t.title, k.title) as campaign, n.short as office,
  to_char(o.state_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '_' || o.id as cursor
from (${captured("letters", "'letter'", "recipient_id")} union all ${captured("mails", "kind::text", "null::uuid")}) o
left join campaigns c on c.id = o.campaign_id
left join cases k on k.id = c.case_id
left join lateral (
  select a.title from revisions r join appeal_texts a on a.revision_id = r.id
  where r.campaign_id = c.id and a.title <> ''
  order by r.number desc, a.language = c.default_language desc limit 1) t on true
left join lateral (
  select x.short from recipient_texts x where x.recipient_id = o.recipient_id
  order by x.language = c.default_language desc limit 1) n on true
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
