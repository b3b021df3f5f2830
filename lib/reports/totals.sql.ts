import { pool } from "@/lib/db";
import type { Channel, TallyState } from "@/lib/generated/prisma/enums";

type TotalRow = { campaignId: string; state: TallyState; count: string };
type RecipientRow = { recipientId: string; channel: Channel; state: TallyState; count: string };

// One statement, one snapshot: a delta is seen either by itself or folded in, never twice and never not at all.
const totals = `
  select campaign_id as "campaignId", state::text as state, sum(count) as count
  from (
    select campaign_id, state, count from tally_totals where campaign_id = any($1::uuid[])
    union all
    select campaign_id, state, delta from tally_deltas where campaign_id = any($1::uuid[])
  ) as counted
  group by campaign_id, state`;

const byRecipient = `
  select recipient_id as "recipientId", channel::text as channel, state::text as state, sum(count) as count
  from (
    select recipient_id, channel, state, count from tallies
    where organisation_id = $1 and campaign_id = $2 and recipient_id is not null
    union all
    select recipient_id, channel, state, delta from tally_deltas
    where organisation_id = $1 and campaign_id = $2 and recipient_id is not null
  ) as counted
  group by recipient_id, channel, state
  having sum(count) <> 0`;

/** The stored totals of campaigns with what is not folded in yet; states that never occurred have no row. */
export async function readTotals(campaignIds: string[]): Promise<TotalRow[]> {
  return (await pool().query<TotalRow>(totals, [campaignIds])).rows;
}

/** The letters of one campaign by recipient, channel and state. */
export async function readRecipientTotals(organisationId: string, campaignId: string): Promise<RecipientRow[]> {
  return (await pool().query<RecipientRow>(byRecipient, [organisationId, campaignId])).rows;
}
