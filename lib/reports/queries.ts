import { type Channel, TallyState } from "@/lib/generated/prisma/enums";
import { readRecipientTotals, readTotals } from "./totals.sql";

/** How many of a campaign are in each state. */
export type Totals = Record<TallyState, number>;

/** The letters to one recipient by one channel, in each state. */
export type RecipientTotals = { recipientId: string; channel: Channel; totals: Totals };

/** The counts of campaigns as they are now. Nothing is counted for it: they are sums of stored tallies. */
export async function getTotals(campaignIds: string[]): Promise<Record<string, Totals>> {
  const all = Object.fromEntries(campaignIds.map((id) => [id, noTotals()]));
  if (campaignIds.length === 0) return all;
  for (const { campaignId, state, count } of await readTotals(campaignIds)) {
    const totals = all[campaignId];
    if (totals) totals[state] = Number(count);
  }
  return all;
}

/** The counts of one campaign as they are now. */
export async function getTotalsOf(campaignId: string): Promise<Totals> {
  return (await getTotals([campaignId]))[campaignId] ?? noTotals();
}

/** The letters of one campaign by recipient and channel. Days and languages are summed up. */
export async function listRecipientTotals(organisationId: string, campaignId: string): Promise<RecipientTotals[]> {
  const found = new Map<string, RecipientTotals>();
  for (const { recipientId, channel, state, count } of await readRecipientTotals(organisationId, campaignId)) {
    const key = `${recipientId} ${channel}`;
    const entry = found.get(key) ?? { recipientId, channel, totals: noTotals() };
    entry.totals[state] = Number(count);
    found.set(key, entry);
  }
  return [...found.values()];
}

function noTotals(): Totals {
  return Object.fromEntries(Object.values(TallyState).map((state) => [state, 0])) as Totals;
}
