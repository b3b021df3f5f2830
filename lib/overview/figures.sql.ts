import { pool } from "@/lib/db";
import type { HoldReason, TallyState } from "@/lib/generated/prisma/enums";

/** `total` are all held letters of the campaign; `count` those held for the reason, but no more than one above the cap. */
export type HeldRow = { campaignId: string; total: number; reason: HoldReason; count: number };
export type TroubleRow = { campaignId: string; state: TallyState; count: number };
export type HourRow = { at: Date; state: TallyState; count: number };

const totalsOf = (states: string) => `
  select campaign_id, state, sum(count)::int as count
  from (
    select campaign_id, state, count from tally_totals where state in (${states})
      and campaign_id in (select id from mine)
    union all
    select campaign_id, state, delta from tally_deltas where state in (${states})
      and campaign_id in (select id from mine)
  ) counted
  group by campaign_id, state
  having sum(count) > 0`;

// Where the tally says that any is held, each reason is asked for by itself, and no more than a few of its letters are read
// from the end of the index letters_held_for. Those from before reasons were kept had nowhere to go.
export const heldStatement = `
  with mine as (
    select id from campaigns where organisation_id = $1 and published_at is not null and state <> 'archived'
  ), totals as (${totalsOf("'held'")})
  select t.campaign_id as "campaignId", t.count as total, r.reason::text as reason, c.count
  from totals t
  cross join unnest(enum_range(null::hold_reason)) as r (reason)
  cross join lateral (
    select ((
      select count(*) from (
        select from letters l
        where l.state = 'held' and l.campaign_id = t.campaign_id and l.hold_reason = r.reason
        order by l.id desc limit $2 + 1
      ) few
    ) + (
      select count(*) from (
        select from letters l
        where l.state = 'held' and l.campaign_id = t.campaign_id and l.hold_reason is null and r.reason = 'address'
        order by l.id desc limit $2 + 1
      ) few
    ))::int as count
  ) c`;

const troubles = `
  with mine as (select id from campaigns where organisation_id = $1 and state in ('live', 'paused'))
  select campaign_id as "campaignId", state::text as state, count
  from (${totalsOf("'failed', 'bounced', 'unknown', 'quarantined'")}) troubled`;

const today = `
  select date_trunc('hour', minute, 'UTC') as at, state::text as state, sum(count)::int as count
  from delivery_minutes
  where campaign_id in (
    select id from campaigns where organisation_id = $1 and published_at is not null and state <> 'archived'
  ) and minute >= date_trunc('day', now(), 'UTC')
  group by 1, 2`;

/** A plan that gathers all that fits before it sorts it would read a million letters to count a thousand of them. */
export const heldSettings = "begin; set local enable_bitmapscan = off; set local enable_seqscan = off";

/** Held letters of an organisation's campaigns by reason, of each no more than one above `cap`. */
export async function readHeld(organisationId: string, cap: number): Promise<HeldRow[]> {
  const client = await pool().connect();
  let failed = true;
  try {
    await client.query(heldSettings);
    const { rows } = await client.query<HeldRow>(heldStatement, [organisationId, cap]);
    await client.query("commit");
    failed = false;
    return rows.filter(({ count }) => count > 0);
  } finally {
    client.release(failed);
  }
}

/** The letters of its open campaigns that did not arrive, or of which nobody knows. */
export async function readTroubles(organisationId: string): Promise<TroubleRow[]> {
  return (await pool().query<TroubleRow>(troubles, [organisationId])).rows;
}

/** What letters became since the day began (UTC), by the hour. */
export async function readToday(organisationId: string): Promise<HourRow[]> {
  return (await pool().query<HourRow>(today, [organisationId])).rows;
}
