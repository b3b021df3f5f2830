import type { HoldReason } from "@/lib/generated/prisma/enums";
import type { HeldRow } from "./figures.sql";

/** `atLeast`: there are more than `count`, and how many more is not counted. */
export type HeldCount = { campaignId: string; reason: HoldReason; count: number; atLeast: boolean };

/**
 * How many letters are held for each reason. Of counts that were cut off at the cap, one alone is what the others leave of
 * the campaign's tally; of several only the cap is known.
 */
export function heldCounts(rows: HeldRow[], cap: number): HeldCount[] {
  return rows.map(({ campaignId, total, reason, count }) => {
    if (count <= cap) return { campaignId, reason, count, atLeast: false };
    const others = rows.filter((row) => row.campaignId === campaignId && row.reason !== reason);
    if (others.some((row) => row.count > cap)) return { campaignId, reason, count: cap, atLeast: true };
    return { campaignId, reason, count: total - others.reduce((sum, row) => sum + row.count, 0), atLeast: false };
  });
}
