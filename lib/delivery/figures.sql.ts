import { pool } from "@/lib/db";
import type { HoldReason, TallyState } from "@/lib/generated/prisma/enums";
import { relayLane } from "./lanes.sql";
import type { Span } from "./schema";

/** Letters of a campaign to a recipient. */
type Of = { campaignId: string; recipientId: string };
export type StateCount = Of & { state: TallyState; count: number };
export type LeasedCount = Of & { count: number };
export type HeldCount = Of & { reason: HoldReason; count: number };
export type AcceptedMinute = Of & { at: Date; count: number };
export type ChartedCount = { at: Date; state: TallyState; count: number };

const of = `campaign_id as "campaignId", recipient_id as "recipientId"`;

// One snapshot: a delta is seen either by itself or folded in.
const states = `
  select ${of}, state::text as state, sum(count)::int as count
  from (
    select campaign_id, recipient_id, state, count from tallies
    where campaign_id = any($1::uuid[]) and recipient_id is not null
    union all
    select campaign_id, recipient_id, state, delta from tally_deltas
    where campaign_id = any($1::uuid[]) and recipient_id is not null
  ) counted
  group by campaign_id, recipient_id, state
  having sum(count) <> 0`;

// Both read partial indexes: letters_leased holds what is with a worker, letters_held_for what is held.
const leased = `
  select ${of}, count(*)::int as count from letters
  where state in ('claimed', 'transmitting') and campaign_id = any($1::uuid[])
  group by campaign_id, recipient_id`;

const held = `
  select ${of}, coalesce(hold_reason, 'address')::text as reason, count(*)::int as count from letters
  where state = 'held' and campaign_id = any($1::uuid[])
  group by campaign_id, recipient_id, coalesce(hold_reason, 'address')`;

const accepted = `
  select ${of}, minute as at, count::int from delivery_minutes
  where campaign_id = any($1::uuid[]) and state = 'accepted' and minute > now() - interval '6 minutes'`;

const charted: Record<Span, string> = {
  hours: chartStatement("minute", "2 hours"),
  days: chartStatement("date_trunc('hour', minute)", "3 days"),
};

function chartStatement(step: string, length: string): string {
  return `
  select ${step} as at, state::text as state, sum(count)::int as count from delivery_minutes
  where campaign_id = any($1::uuid[]) and minute > now() - interval '${length}'
  group by 1, 2`;
}

/** Everything that counts, of these campaigns, as it is now; and the chart of the `charted` ones. */
export async function readFigures(
  campaignIds: string[],
  { span, charted: ofChart }: { span: Span; charted: string[] },
) {
  const values = [campaignIds];
  const [inState, withWorker, heldFor, minutes, chart] = await Promise.all([
    pool().query<StateCount>(states, values),
    pool().query<LeasedCount>(leased, values),
    pool().query<HeldCount>(held, values),
    pool().query<AcceptedMinute>(accepted, values),
    pool().query<ChartedCount>(charted[span], [ofChart]),
  ]);
  return {
    states: inState.rows,
    leased: withWorker.rows,
    held: heldFor.rows,
    accepted: minutes.rows,
    charted: chart.rows,
  };
}

export type Figures = Awaited<ReturnType<typeof readFigures>>;

const mark = `
  with mine as (
    select id from campaigns where organisation_id = $1 and published_at is not null and ($2::uuid is null or id = $2)
  )
  select md5(concat_ws('|',
    date_trunc('minute', now()),
    (select string_agg(campaign_id::text || state::text || count, ',' order by campaign_id, state)
      from tally_totals where campaign_id in (select id from mine)),
    (select count(*) from letters where state in ('claimed', 'transmitting') and campaign_id in (select id from mine)),
    (select string_agg(id::text, ',' order by id) from pauses
      where ended_at is null and (organisation_id = $1 or scope = 'installation')),
    (select string_agg(l::text, ',' order by l.name)
      from (
        select name, rate, slowed_at, opened_at, probe_at, response from lanes
        where name = $3 or name in (select lane from addresses where organisation_id = $1)
      ) l)
  )) as mark`;

/** Changes when something that the delivery page of an organisation, or of one campaign, shows has changed. Cheap. */
export async function readMark(organisationId: string, campaignId: string | null): Promise<string> {
  const { rows } = await pool().query<{ mark: string }>(mark, [organisationId, campaignId, relayLane]);
  return rows[0]?.mark ?? "";
}
