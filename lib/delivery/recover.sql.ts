import { pool } from "@/lib/db";
import type { DeliveryState } from "@/lib/generated/prisma/enums";
import type { DeliveryTable } from "./claim.sql";
import { forgetErased } from "./erased.sql";
import { overtaken, rewatched } from "./overtaken.sql";

const orHeld = `state = case when l.next = 'queued' and l.reason is not null then 'held' else l.next end::delivery_state,
    hold_reason = case when l.next <> 'unknown' then coalesce(l.reason, case when l.next = 'held' then 'ambiguous'::hold_reason end) end`;
const holds = `when t.channel <> 'email'
        or (select c.when_ambiguous = 'hold' from campaigns c where c.id = t.campaign_id) then 'held'`;

/**
 * Rows whose lease has run out. One that was only claimed never left, so it is simply queued. One that was leaving may
 * have arrived: it is sent once more under the same Message-ID, flagged; the second time nobody can say. A letter that may
 * not go back as it is, is held.
 */
const recoverStatement = (table: DeliveryTable) => `
with lost as (
  select t.id, t.lease, t.state, ${overtaken(table)} as reason,
    case
      when t.state = 'claimed' then 'queued'
      when t.doubled_at is not null then 'unknown'
      ${table === "letters" ? holds : ""}
      else 'queued'
    end as next
  from ${table} t
  where state in ('claimed', 'transmitting') and lease_until < now()
  order by lease_until
  limit $1
  for update skip locked
), moved as (
  update ${table} t
  set ${table === "letters" ? orHeld : "state = l.next::delivery_state"},
    state_at = now(), lease = null, lease_until = null, ${forgetErased(table === "letters" ? `l.reason = 'consent' or ${rewatched}` : "l.reason = 'consent'")},
    due_at = case when l.state = 'transmitting' then now() else t.due_at end,
    doubled_at = case when l.state = 'transmitting' then coalesce(t.doubled_at, now()) else t.doubled_at end
  from lost l
  where t.id = l.id
  returning t.id, t.attempt_count, l.lease, l.state as was, t.state
), logged as (
  insert into attempts (${table === "letters" ? "letter_id" : "mail_id"}, number, lease, phase, outcome)
  select id, attempt_count, lease, 'recovered', state from moved
)
select id, was, state from moved`;

export type Recovered = { id: string; was: "claimed" | "transmitting"; state: DeliveryState };

export async function recoverRows(table: DeliveryTable, most: number): Promise<Recovered[]> {
  const text = recoverStatement(table);
  return (await pool().query<Recovered>({ name: `recover-${table}`, text, values: [most] })).rows;
}
