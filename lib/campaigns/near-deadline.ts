import type { Prisma } from "@/lib/generated/prisma/client";

/** The condition of an open campaign whose deadline comes within a week; a moment ago it may have passed unclosed. */
export function nearDeadline(): Prisma.CampaignWhereInput {
  return { state: { in: ["live", "paused"] }, deadlineAt: { lt: new Date(Date.now() + 7 * 86_400_000) } };
}
