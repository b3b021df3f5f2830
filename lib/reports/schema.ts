import type { TallyState } from "@/lib/generated/prisma/enums";

/** The tallies of letters that a page shows, in the order in which they are told. */
export const shownTallies = [
  "accepted",
  "self_reported",
  "queued",
  "held",
  "bounced",
  "failed",
  "unknown",
  "captured",
] as const satisfies readonly TallyState[];

/** Whether anybody's signature ever counted, also when none does now. */
export function everConfirmed(totals: Record<TallyState, number>): boolean {
  return Object.entries(totals).some(([state, count]) => state !== "signed" && state !== "on_paper" && count > 0);
}

const floor = 10;
const steps = [25, 50, 100, 250, 500, 1000, 1500, 2500, 5000, 7500];

/**
 * The goal beside a count: the next step above it, never beyond the campaign's own goal while that is not reached. None
 * below a floor, because a bar that is nearly empty says that nobody comes.
 */
export function goalFor(confirmed: number, goal: number | null): number | null {
  if (confirmed < floor) return null;
  const magnitude = 10 ** Math.max(0, Math.floor(Math.log10(confirmed)) - 3);
  const next = steps.map((step) => step * magnitude).find((step) => step > confirmed) ?? 10_000 * magnitude;
  return goal && goal > confirmed ? Math.min(goal, next) : next;
}
