import type { TallyState } from "@/lib/generated/prisma/enums";
import type { Totals } from "@/lib/reports/queries";
import { signatureFilters, signatureListHref } from "@/lib/signatures/schema";

/** The states of people, in the order they are told. */
export const peopleTallies = [
  "signed",
  "confirmed",
  "withdrawn",
  "invalidated",
  "erased",
  "on_paper",
] as const satisfies TallyState[];

/** The states of letters, in the order they are told: gone, on their way, gone wrong, over. */
export const letterTallies = [
  "accepted",
  "self_reported",
  "queued",
  "with_signer",
  "held",
  "bounced",
  "failed",
  "unknown",
  "quarantined",
  "captured",
  "cancelled",
  "expired",
] as const satisfies TallyState[];

const always: TallyState[] = ["signed", "confirmed", "queued", "accepted", "failed"];

/** The states worth a place: the main ones, and those that anything is in. */
export function tellingTallies<S extends TallyState>(states: readonly S[], totals: Totals[]): S[] {
  return states.filter((state) => always.includes(state) || totals.some((one) => one[state] !== 0));
}

/** The list behind a number of people, in the campaign's signatures at `path`; undefined where there is none. */
export function peopleListHref(path: string, state: TallyState): string | undefined {
  const filter = signatureFilters.find((one) => one === state);
  return filter && signatureListHref(path, { state: filter });
}
