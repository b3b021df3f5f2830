import type { Holder } from "@/lib/generated/prisma/client";

type Term = Pick<Holder, "since" | "until" | "approvedAt">;

/**
 * Who holds an office on a day, of those a member approved. A successor whose first day is not known begins when the one
 * before ended, so of several that fit the one who ends first holds it.
 * @param day at midnight UTC, as dates are kept
 */
export function holderOn<T extends Term>(holders: T[], day: Date): T | undefined {
  return holders
    .filter(({ approvedAt }) => approvedAt !== null)
    .filter(({ since, until }) => (!since || since <= day) && (!until || until > day))
    .toSorted((one, other) => endOf(one) - endOf(other) || startOf(other) - startOf(one))
    .at(0);
}

function endOf({ until }: Term): number {
  return until?.getTime() ?? Infinity;
}

function startOf({ since }: Term): number {
  return since?.getTime() ?? 0;
}
