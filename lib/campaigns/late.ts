import type { Appeal } from "./queries";

/** Whether the deadline of an appeal has passed, whatever was decided since: then one asks before one sends a letter. */
export function isLate({ deadlineAt, overdueAt }: Pick<Appeal, "deadlineAt" | "overdueAt">): boolean {
  return overdueAt !== null || (deadlineAt !== null && deadlineAt <= new Date());
}
