import { pool } from "@/lib/db";
import { env } from "@/lib/env";
import { addressFailed } from "./address-failed.sql";
import type { DeliveryTable } from "./claim.sql";
import type { Ending } from "./ending";
import { forgetErased } from "./erased.sql";
import { refusalsToOpen } from "./lanes.sql";
import { overtaken, rewatched } from "./overtaken.sql";

const lastWorked = `, worked as (
  update addresses set last_worked_at = now()
  where id in (
    select id from addresses
    where id in (select address_id from marked where state = 'accepted')
      and (last_worked_at is null or last_worked_at < now() - interval '10 seconds')
    for update skip locked
  )
)`;

// What a lane learns from its letters. Most often nothing, and then its row is left alone. Halved once in half a minute at most
// (a batch of refusals is one word of the server), raised by a tenth each minute in which letters are taken; the breaker opens
// at the third refusal by policy in a row, and closes with the first letter that is taken. Where letters were taken first and
// came back, that one is taken proves nothing: such a lane is closed by lanes.sql.ts.
const laneTaught = `, told as (
  select m.lane, bool_or(m.state = 'accepted') as taken, count(*) filter (where m.hold_reason = 'policy')::int as refused,
    bool_or(a.counts and (a.code = 421 or a.enhanced_code like '4.7.%')) is true as slows,
    (array_agg(row(a.code, a.enhanced_code, a.response)::lane_word order by a.n desc) filter (where m.state <> 'accepted'))[1] as word
  from marked m join asked a using (n)
  group by m.lane
), taught as (
  select n.name, t.*, coalesce(n.rate, $12) as pace,
    t.slows and coalesce(n.slowed_at < now() - interval '30 seconds', true) as halves,
    t.taken and not t.slows and coalesce(n.rate, $12) < $13 and coalesce(n.raised_at < now() - interval '1 minute', true)
      and coalesce(n.slowed_at < now() - interval '10 minutes', true) as raises,
    t.taken and n.opened_at is not null and n.returns < ${refusalsToOpen} as closes,
    n.opened_at is null and not t.taken and n.refusals + t.refused >= ${refusalsToOpen} as opens
  from told t join lanes n on n.name = t.lane
  where t.slows or (t.taken and (n.refusals > 0 or n.opened_at is not null)) or t.refused > 0
    or (t.taken and coalesce(n.rate, $12) < $13 and coalesce(n.raised_at < now() - interval '1 minute', true))
  order by n.name
  for update of n
), learnt as (
  update lanes n
  set rate = case when t.halves then greatest(1, t.pace / 2) when t.raises then least($13, t.pace * 1.1) else n.rate end,
    slowed_at = case when t.halves then now() else n.slowed_at end,
    raised_at = case when t.raises then now() else n.raised_at end,
    refusals = case when t.taken then 0 else n.refusals + t.refused end,
    refused_at = case when t.taken then null when t.refused > 0 then least(n.refused_at, now()) else n.refused_at end,
    opened_at = case when t.closes then null when t.opens then now() else n.opened_at end,
    probe_at = case when t.closes then null when t.opens then now() + make_interval(secs => $14 * 3) else n.probe_at end,
    probes = case when t.closes or t.opens then 0 else n.probes end,
    probed_at = case when t.closes or t.opens then null else n.probed_at end,
    returns = case when t.closes or t.opens then 0 else n.returns end,
    taken_at = case when t.taken then now() else n.taken_at end,
    code = coalesce((t.word).code, n.code),
    enhanced_code = case when t.word is null then n.enhanced_code else (t.word).enhanced_code end,
    response = coalesce((t.word).response, n.response)
  from taught t
  where n.name = t.name
)`;

const addressRefused = `, refused as (
  select m.id as letter_id, m.address_id, coalesce(a.enhanced_code, a.code::text) as code, a.response,
    a.code >= 500 and a.enhanced_code is distinct from '5.2.2' and not (a.code = 552 and a.enhanced_code is null) as counts
  from marked m join asked a using (n)
  where m.state = 'failed' and a.code is not null
)${addressFailed("refused")}`;

const comesBack = "a.to_state in ('waiting', 'queued', 'held')";

// Only letters are held, and each for a reason.
const heldFor = `,
    hold_reason = coalesce(o.reason, a.reason)`;
const orHeld = "case when o.reason is not null then 'held' else a.to_state end";

const takesBytes = (table: DeliveryTable) =>
  table === "letters" ? `o.reason = 'consent' or (${comesBack} and ${rewatched})` : "o.reason = 'consent'";

const askOvertaken = (table: DeliveryTable) => `, overtaken as (
  select a.n, ${overtaken(table)} as reason
  from asked a join ${table} t on t.id = a.id
  where ${comesBack}
)`;

/**
 * Ends tries: each only if its lease and its old state are still what this process left them at. Whether something happened
 * meanwhile is asked only of those that would come back.
 * @param taken whether a server took all of them, as of most batches: none of them comes back, no address is to blame, and what
 *   would ask about it is left out: setting it up took a quarter of the time of eight letters
 */
const markStatement = (table: DeliveryTable, taken: boolean) => `
with asked as (
  select * from unnest($1::uuid[], $2::uuid[], $3::delivery_state[], $4::delivery_state[], $5::float8[], $6::int[],
    $7::text[], $8::text[], $9::boolean[], $10::boolean[], $11::hold_reason[])
    with ordinality as a (id, lease, from_state, to_state, wait, code, enhanced_code, response, doubled, counts, reason, n)
)${taken ? "" : askOvertaken(table)}, marked as (
  update ${table} t
  set state = ${table === "letters" ? orHeld : "a.to_state"}, state_at = now(), lease = null, lease_until = null,
    ${forgetErased(taken ? "false" : takesBytes(table))},
    due_at = case when a.wait is null then t.due_at else now() + make_interval(secs => a.wait) end,
    doubled_at = case when a.doubled then coalesce(t.doubled_at, now()) else t.doubled_at end,
    attempt_count = case when a.counts then t.attempt_count else greatest(t.attempt_count - 1, 0) end,
    code = coalesce(a.code, t.code),
    enhanced_code = case when a.code is null then t.enhanced_code else a.enhanced_code end${table === "letters" ? heldFor : ""}
  from asked a left join ${taken ? "(select null::bigint as n, null::hold_reason as reason where false)" : "overtaken"} o using (n)
  where t.id = a.id and t.lease = a.lease and t.state::text = a.from_state::text
  returning a.n, t.id, t.state, t.attempt_count, t.lane${table === "letters" ? ", t.hold_reason, t.address_id" : ""}
), logged as (
  insert into attempts (${table === "letters" ? "letter_id" : "mail_id"}, number, lease, phase, outcome, code,
    enhanced_code, response)
  select a.id, m.attempt_count + (not a.counts)::int, a.lease, 'ended', m.state, a.code, a.enhanced_code, a.response
  from marked m join asked a using (n)
)${table === "letters" ? lastWorked + laneTaught + (taken ? "" : addressRefused) : ""}
select m.n is not null as marked from asked a left join marked m using (n) order by a.n`;

function pace(): number[] {
  const { LANE_RATE, LANE_RATE_MOST, RETRY_SECONDS } = env();
  return [LANE_RATE, LANE_RATE_MOST, RETRY_SECONDS];
}

/** Runs the statement for all endings at once. @returns whether each was written, in the order given */
export async function markRows(table: DeliveryTable, endings: Ending[]): Promise<boolean[]> {
  const column = <T>(pick: (ending: Ending) => T): T[] => endings.map(pick);
  const values = [
    column(({ id }) => id),
    column(({ lease }) => lease),
    column(({ from }) => from),
    column(({ to }) => to),
    column(({ waitSeconds }) => waitSeconds),
    column(({ code }) => code),
    column(({ enhancedCode }) => enhancedCode),
    column(({ response }) => response),
    column(({ doubled }) => doubled),
    column(({ counts }) => counts),
    column(({ holdReason }) => holdReason),
    ...(table === "letters" ? pace() : []),
  ];
  const taken = endings.every(({ to }) => to === "accepted");
  const name = taken ? `mark-taken-${table}` : `mark-${table}`;
  const text = markStatement(table, taken);
  const { rows } = await pool().query<{ marked: boolean }>({ name, text, values });
  return rows.map(({ marked }) => marked);
}
