import { type Actor, requireAccess } from "@/lib/accounts/access";
import { campaignTitles } from "@/lib/delivery/names";
import { listPauses } from "@/lib/delivery/pauses";
import { findRelay } from "@/lib/delivery/relay";
import { charted } from "@/lib/delivery/schema";
import { HoldReason } from "@/lib/generated/prisma/enums";
import { type HourRow, readHeld, readToday, readTroubles } from "./figures.sql";
import { heldCounts } from "./held";
import { type Trouble, troubles } from "./schema";

/** Letters of one campaign; `atLeast`: there are more than `count`. */
export type CampaignShare = { campaignId: string; title: string; count: number; atLeast: boolean };

/** What a member should know of letters on their way. */
export type LettersOverview = {
  /** Since when our own mail server lets nobody in. */
  relay: { since: string } | null;
  pauses: number;
  held: { reason: HoldReason; shares: CampaignShare[] }[];
  troubles: { state: Trouble; shares: CampaignShare[] }[];
  /** What letters became today (UTC), hour by hour up to this one. */
  today: { totals: Record<(typeof charted)[number], number>; accepted: number[] };
};

const cap = 1000;

/**
 * How the letters of the organisation do today, and what keeps any back. Reads tallies and ends of indexes, so that it takes
 * as long for a million letters as for none.
 * @throws Refusal("no-access")
 */
export async function getLettersOverview(actor: Actor): Promise<LettersOverview> {
  await requireAccess(actor, "delivery.read");
  const { organisationId } = actor;
  const [heldRows, troubled, hours, pauses, relay] = await Promise.all([
    readHeld(organisationId, cap),
    readTroubles(organisationId),
    readToday(organisationId),
    listPauses(actor),
    findRelay(),
  ]);
  const heldOf = heldCounts(heldRows, cap);
  const titles = await campaignTitles([...new Set([...heldOf, ...troubled].map(({ campaignId }) => campaignId))]);
  const shares = (rows: { campaignId: string; count: number; atLeast?: boolean }[]): CampaignShare[] =>
    rows
      .map(({ campaignId, count, atLeast = false }) => {
        return { campaignId, title: titles.get(campaignId) ?? campaignId, count, atLeast };
      })
      .toSorted((one, other) => other.count - one.count || one.title.localeCompare(other.title, "en"));
  return {
    relay: relay && { since: relay.since },
    pauses: pauses.length,
    held: Object.values(HoldReason)
      .map((reason) => ({ reason, shares: shares(heldOf.filter((row) => row.reason === reason)) }))
      .filter((one) => one.shares.length > 0),
    troubles: troubles
      .map((state) => ({ state, shares: shares(troubled.filter((row) => row.state === state)) }))
      .filter((one) => one.shares.length > 0),
    today: todayOf(hours, new Date()),
  };
}

function sum(rows: HourRow[]): number {
  return rows.reduce((all, { count }) => all + count, 0);
}

function todayOf(rows: HourRow[], now: Date): LettersOverview["today"] {
  const of = (state: string) => rows.filter((row) => row.state === state);
  const accepted = of("accepted");
  return {
    totals: Object.fromEntries(charted.map((state) => [state, sum(of(state))])) as LettersOverview["today"]["totals"],
    accepted: Array.from({ length: now.getUTCHours() + 1 }, (_, hour) =>
      sum(accepted.filter(({ at }) => at.getUTCHours() === hour)),
    ),
  };
}
