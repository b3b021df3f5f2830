import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";

const shape = {
  id: true,
  number: true,
  note: true,
  createdAt: true,
  publishedAt: true,
  supersedesAt: true,
} satisfies Prisma.RevisionSelect;

export type ListedRevision = Prisma.RevisionGetPayload<{ select: typeof shape }>;

/**
 * The revisions of a campaign, newest first; none for one of another organisation.
 * @throws Refusal("no-access")
 */
export async function listRevisions(actor: Actor, campaignId: string): Promise<ListedRevision[]> {
  await requireAccess(actor, "campaigns.read");
  if (!validate(campaignId)) return [];
  const where = { campaignId, organisationId: actor.organisationId };
  return db().revision.findMany({ where, orderBy: { number: "desc" }, select: shape });
}
