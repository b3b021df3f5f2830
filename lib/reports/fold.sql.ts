import { pool } from "@/lib/db";
import type { TallyState } from "@/lib/generated/prisma/enums";

const mostAtOnce = 10_000;

/** What letters become on their way out: kept by the minute as well, for the chart of delivery. */
const charted: TallyState[] = ["accepted", "bounced", "failed", "held", "unknown"];

/**
 * Takes deltas and adds them to the tallies, in one statement, so that none counts twice or is lost. Only one fold runs at
 * a time in the whole installation; another one finds nothing to do and does not wait. A minute is that of the fold.
 */
const foldStatement = `
with turn as materialized (
  select pg_try_advisory_xact_lock(hashtextextended('appeals-desk:fold', 0)) as mine
), taken as (
  delete from tally_deltas
  where id in (select d.id from turn, tally_deltas d where turn.mine order by d.id limit $1)
  returning organisation_id, campaign_id, day, country, language, channel, recipient_id, partner, state, delta
), folded as (
  insert into tallies (organisation_id, campaign_id, day, country, language, channel, recipient_id, partner, state, count)
  select organisation_id, campaign_id, day, country, language, channel, recipient_id, partner, state, sum(delta)
  from taken
  group by organisation_id, campaign_id, day, country, language, channel, recipient_id, partner, state
  having sum(delta) <> 0
  on conflict (campaign_id, day, country, language, channel, recipient_id, partner, state)
    do update set count = tallies.count + excluded.count
), minuted as (
  insert into delivery_minutes (campaign_id, recipient_id, minute, state, count)
  select campaign_id, recipient_id, date_trunc('minute', now()), state, sum(delta)
  from taken
  where delta > 0 and recipient_id is not null and state = any($2::tally_state[])
  group by campaign_id, recipient_id, state
  on conflict (campaign_id, recipient_id, minute, state) do update set count = delivery_minutes.count + excluded.count
), summed as (
  insert into tally_totals (campaign_id, state, count)
  select campaign_id, state, sum(delta) from taken group by campaign_id, state having sum(delta) <> 0
  on conflict (campaign_id, state) do update set count = tally_totals.count + excluded.count
)
select count(*)::int as folded from taken`;

/** Folds up to 10,000 deltas. @returns how many; `more` when there may be others */
export async function foldDeltas(): Promise<{ folded: number; more: boolean }> {
  const values = [mostAtOnce, charted];
  const { rows } = await pool().query<{ folded: number }>({ name: "fold", text: foldStatement, values });
  const folded = rows[0]?.folded ?? 0;
  return { folded, more: folded === mostAtOnce };
}
