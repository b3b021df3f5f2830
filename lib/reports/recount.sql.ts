import { pool } from "@/lib/db";

// Every row is read: that may take longer than anything else that is asked of the database.
const patienceMs = 15 * 60_000;

/** A count that is not what the rows say: `drift` is what has to be added to it. */
export type Drift = { campaignId: string; state: string; drift: number };

const key = `organisation_id, campaign_id, day, country, language, channel, recipient_id, partner, state`;

/**
 * What the rows say less what is stored, in one snapshot. The mapping from states to tallies is the triggers' own.
 */
const drifts = `
  select ${key}, sum(n)::int as drift
  from (
    select s.organisation_id, s.campaign_id, t.day, s.country, s.language, null::channel as channel,
      null::uuid as recipient_id, s.partner, t.tally as state, count(*) as n
    from signatures s, signature_tallies(s.state, s.origin, s.created_at, s.state_at, s.confirmed_at) t
    group by 1, 2, 3, 4, 5, 8, 9
    union all
    select organisation_id, campaign_id, utc_day(state_at), country, signer_language, channel, recipient_id, partner,
      letter_tally(state), count(*)
    from letters group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    union all
    select ${key}, -count from tallies
    union all
    select ${key}, -delta from tally_deltas
  ) counted
  group by ${key}
  having sum(n) <> 0`;

const driftsOfTotals = `
  select campaign_id as "campaignId", state::text as state, sum(n)::int as drift
  from (
    select campaign_id, state, count as n from tallies
    union all
    select campaign_id, state, -count from tally_totals
  ) summed
  group by campaign_id, state
  having sum(n) <> 0`;

/** Every stored count that the rows contradict. Reads all of them: not for a page. */
export async function readDrifts(): Promise<Drift[]> {
  return ask(
    `select campaign_id as "campaignId", state::text as state, drift from (${drifts}) d union all ${driftsOfTotals}`,
  );
}

/** Writes what is missing as deltas, in the statement that finds it, and sets totals to the sums of their tallies. */
export async function mendDrifts(): Promise<Drift[]> {
  const mended = await ask(
    `insert into tally_deltas (${key}, delta) select ${key}, drift from (${drifts}) d
     returning campaign_id as "campaignId", state::text as state, delta as drift`,
  );
  const totals = await ask(
    `with wrong as (${driftsOfTotals})
     insert into tally_totals (campaign_id, state, count) select "campaignId", state::tally_state, drift from wrong
     on conflict (campaign_id, state) do update set count = tally_totals.count + excluded.count
     returning campaign_id as "campaignId", state::text as state, count::int as drift`,
  );
  return [...mended, ...totals];
}

// The types of pg do not know of a patience of one's own.
async function ask(text: string): Promise<Drift[]> {
  const query = { text, query_timeout: patienceMs };
  return (await pool().query<Drift>(query)).rows;
}
