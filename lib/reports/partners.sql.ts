import { pool } from "@/lib/db";
import type { TallyState } from "@/lib/generated/prisma/enums";

export type PartnerRow = { partner: string; state: TallyState; count: string };

// Visitors may make partners up: those nobody signed by come last, and not all are shown.
const byPartner = `
  with counted as (
    select partner, state, sum(count) as count
    from (
      select partner, state, count from tallies where organisation_id = $1 and campaign_id = $2
      union all
      select partner, state, delta from tally_deltas where organisation_id = $1 and campaign_id = $2
    ) as together
    where state = any($3::tally_state[])
    group by partner, state
  ), foremost as (
    select partner from counted group by partner having bool_or(count > 0)
    order by coalesce(sum(count) filter (where state = 'confirmed'), 0) desc, sum(count) desc, partner limit $4
  )
  select partner, state::text as state, count from counted join foremost using (partner)`;

/** The stored tallies of a campaign by the partner who led there (`""` without one), of those partners with the most confirmed. */
export async function readPartnerTotals(
  { organisationId, campaignId }: { organisationId: string; campaignId: string },
  { states, most }: { states: TallyState[]; most: number },
): Promise<PartnerRow[]> {
  return (await pool().query<PartnerRow>(byPartner, [organisationId, campaignId, states, most])).rows;
}
