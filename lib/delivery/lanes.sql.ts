import { pool } from "@/lib/db";
import { env } from "@/lib/env";
import { notPaused } from "./not-paused.sql";

/** Refusals by policy in a row that open the breaker of a lane, and letters that were taken and came back by policy. */
export const refusalsToOpen = 3;

const most = 2000;

const waiting = `state in ('queued', 'waiting')`;

// The stream (campaign, recipient) of an open lane that comes after another one, found without reading the letters between.
const nextStream = (lane: string, after: string) => `select lane, campaign_id, recipient_id from letters
    where ${waiting} and lane = ${lane} ${after} order by campaign_id, recipient_id limit 1`;

/** Of each open lane the letter that could leave now, of a campaign that asks for nothing special if there is one. */
const candidates = `open as (
  select name, refused_at, probe_at from lanes where opened_at is not null
), streams as (
  select n.* from open o cross join lateral (${nextStream("o.name", "")}) n
  union all
  select n.* from streams s cross join lateral (
    ${nextStream("s.lane", "and (campaign_id, recipient_id) > (s.campaign_id, s.recipient_id)")}
  ) n
), candidates as (
  select distinct on (s.lane) s.lane, l.id
  from streams s
  join campaigns c on c.id = s.campaign_id
  cross join lateral (
    select id, due_at from letters
    where ${waiting} and lane = s.lane and campaign_id = s.campaign_id and recipient_id = s.recipient_id and due_at <= now()
    order by due_at limit 1
  ) l
  where campaign_sends(c.state, c.stopped_at, c.deadline_at)
    and ${notPaused({ organisation: "c.organisation_id", campaign: "c.id", recipient: "s.recipient_id", lane: "s.lane" })}
  order by s.lane, c.drip, c.office_hours, l.due_at
)`;

/**
 * What waits in a lane whose breaker is open is held, but for one letter that is tried when the time comes. Those whose refusals
 * opened it were not refused for themselves: they wait with the others. @returns how many letters were held
 */
const holdStatement = `
with recursive ${candidates}, surplus as (
  select l.id from open o left join candidates c on c.lane = o.name cross join lateral (
    select id from letters where lane = o.name and ${waiting} and id is distinct from c.id
    limit ${most} for update skip locked
  ) l
), held as (
  update letters l set state = 'held', hold_reason = 'breaker', state_at = now() from surplus s where l.id = s.id
  returning l.id
), refused as (
  select l.id from open o cross join lateral (
    select id from letters
    where lane = o.name and state = 'held' and hold_reason = 'policy' and state_at >= o.refused_at
    limit ${most} for update skip locked
  ) l
), joined as (
  update letters l set hold_reason = 'breaker' from refused r where l.id = r.id
)
select count(*)::int as count from held`;

/** One held letter of each lane that is due to be tried and has none that could leave. @returns how many */
const probeStatement = `
with recursive ${candidates}, due as (
  select o.name from open o
  where o.probe_at <= now() and not exists (select from candidates c where c.lane = o.name)
    and not exists (select from letters l where l.lane = o.name and l.state in ('claimed', 'transmitting'))
), chosen as (
  select p.id from due d cross join lateral (
    select l.id from letters l join campaigns c on c.id = l.campaign_id
    where l.lane = d.name and l.state = 'held' and l.hold_reason = 'breaker'
      and campaign_sends(c.state, c.stopped_at, c.deadline_at)
      and ${notPaused({ organisation: "l.organisation_id", campaign: "l.campaign_id", recipient: "l.recipient_id", lane: "l.lane" })}
    limit 1 for update of l skip locked
  ) p
), released as (
  update letters l set state = 'queued', state_at = now(), due_at = now() from chosen c where l.id = c.id returning l.id
)
select count(*)::int as count from released`;

/**
 * Lanes whose letters are taken by a relay and come back later. They open when the third has come back, and close when the time
 * for the next trial has come and the one before did not come back.
 */
const turnStatement = `
with opened as (
  update lanes set opened_at = now(), probe_at = now() + make_interval(secs => $1 * 3), probes = 0, probed_at = null
  where opened_at is null and returns >= ${refusalsToOpen} and returned_at > now() - interval '1 hour'
  returning 1
), closed as (
  update lanes set opened_at = null, probe_at = null, probes = 0, returns = 0, refusals = 0, refused_at = null
  where opened_at is not null and returns >= ${refusalsToOpen} and probe_at <= now()
    and taken_at >= probed_at and returned_at < probed_at
  returning 1
)
select ((select count(*) from opened) + (select count(*) from closed))::int as count`;

/** What was held while a breaker was open, once it has closed. @returns how many letters go on */
const releaseStatement = `
with freed as (
  select l.id from letters l join lanes n on n.name = l.lane
  where l.state = 'held' and l.hold_reason = 'breaker' and n.opened_at is null
  limit ${most} for update of l skip locked
), released as (
  update letters l set state = 'queued', state_at = now(), due_at = now() from freed f where l.id = f.id returning l.id
)
select count(*)::int as count from released`;

/** @returns how many letters were held, let go for a trial, and let go; `more` when there may be others */
export async function moveByBreaker(): Promise<{ held: number; probing: number; released: number; more: boolean }> {
  await count("turn-breaker", turnStatement, [env().RETRY_SECONDS]);
  const held = await count("hold-breaker", holdStatement);
  const probing = await count("probe-breaker", probeStatement);
  const released = await count("release-breaker", releaseStatement);
  return { held, probing, released, more: held >= most || released >= most };
}

async function count(name: string, text: string, values: number[] = []): Promise<number> {
  return (await pool().query<{ count: number }>({ name, text, values })).rows[0]?.count ?? 0;
}

/** Our own mail server among the lanes: no domain has this name. */
export const relayLane = "*";

/** @param response what stands in the way, or null when the server lets us in again */
export async function writeRelay(response: string | null): Promise<void> {
  const text = `
    insert into lanes (name, opened_at, response) select $1, now(), $2 where $2::text is not null
    on conflict (name) do update
      set opened_at = coalesce(lanes.opened_at, excluded.opened_at), response = excluded.response`;
  const cleared = `update lanes set opened_at = null, response = null where name = $1 and opened_at is not null`;
  if (response === null) await pool().query(cleared, [relayLane]);
  else await pool().query(text, [relayLane, response]);
}
