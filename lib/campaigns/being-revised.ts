import type { Prisma } from "@/lib/generated/prisma/client";

/** The condition of an open campaign that has a revision which the public does not see yet. */
export function beingRevised(): Prisma.CampaignWhereInput {
  return { state: { in: ["live", "paused"] }, publishedAt: { not: null }, revisions: { some: { publishedAt: null } } };
}
