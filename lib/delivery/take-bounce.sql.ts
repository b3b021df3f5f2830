import { pool } from "@/lib/db";
import { addressFailed } from "./address-failed.sql";
import type { Verdict } from "./bounce-verdict";
import type { DeliveryTable } from "./claim.sql";
import type { ReportedFate } from "./delivery-report";
import { outdated } from "./overtaken.sql";

/** A report as it is written down. */
export type NotedReport = {
  id: string;
  table: DeliveryTable;
  rowId: string;
  digest: Buffer;
  fate: ReportedFate;
  verdict: Verdict;
};

export type Noted = {
  /** Null when there is no such row. */
  state: string | null;
  /** False for a report that was taken before, or for a row no server has taken. */
  noted: boolean;
  bounced: boolean;
  held: number;
};

// What happens beyond the letter itself: to its address, or to the lane whose server refuses us.
const consequences = `, blamed as (
  select id as letter_id, address_id, $5::text as code, $6::text as response, $8::text = 'address' as counts
  from returned where $8::text in ('address', 'temporary')
)${addressFailed("blamed")}, refused as (
  insert into lanes as l (name, returns, returned_at, code, enhanced_code, response)
  select lane, 1, now(), $7::int, $5::text, $6::text from returned where $8::text = 'policy' and lane <> ''
  on conflict (name) do update
  set returns = case when l.returned_at > now() - interval '1 hour' then l.returns + 1 else 1 end, returned_at = now(),
    code = excluded.code, enhanced_code = excluded.enhanced_code, response = excluded.response
)`;

// A letter that came back may be sent once more.
const forgetOutdated = `, sealed_bytes = case when ${outdated} then null else t.sealed_bytes end`;

/**
 * All that one report causes. Two workers with the same report meet at its digest, two reports on one letter at its row: the
 * second one changes nothing more.
 */
const noteStatement = (table: DeliveryTable) => `
with known as (
  select id, organisation_id, state from ${table} where id = $2::uuid
), noted as (
  insert into bounces (id, organisation_id, ${table === "letters" ? "letter_id" : "mail_id"}, digest, action, status, response)
  select $1::uuid, organisation_id, id, $3::bytea, $4::text, $5::text, $6::text
  from known where state in ('accepted', 'bounced', 'unknown')
  on conflict (digest) do nothing
  returning id
), returned as (
  update ${table} t
  set state = 'bounced', state_at = now(), code = $7::int, enhanced_code = $5::text${table === "letters" ? forgetOutdated : ""}
  from noted
  where t.id = $2::uuid and $8::text <> 'passed' and t.state in ('accepted', 'unknown')
  returning ${table === "letters" ? "t.id, t.address_id, t.lane" : "t.id"}
)${table === "letters" ? consequences : ""}
select (select state from known) as state, exists (select from noted) as noted, exists (select from returned) as bounced,
  ${table === "letters" ? "(select count(*)::int from held_back)" : "0"} as held`;

export async function noteReport({ id, table, rowId, digest, fate, verdict }: NotedReport): Promise<Noted> {
  const { action, status, response, code } = fate;
  const values = [id, rowId, digest, action, status, response, code, verdict];
  const { rows } = await pool().query<Noted>({ name: `bounce-${table}`, text: noteStatement(table), values });
  return rows[0] as Noted;
}
