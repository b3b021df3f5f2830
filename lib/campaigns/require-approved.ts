import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { contentMark } from "./content-mark";

type Of = { organisationId: string; campaignId: string };

/**
 * Lets only pass what a second member approved as it is now, where the organisation asks for that.
 * @throws Refusal("not-approved")
 */
export async function requireApproved(tx: Prisma.TransactionClient, { organisationId, campaignId }: Of): Promise<void> {
  const where = { id: organisationId };
  const { needsApproval } = await tx.organisation.findUniqueOrThrow({ where, select: { needsApproval: true } });
  if (!needsApproval) return;
  const newest = await tx.review.findFirst({ where: { campaignId }, orderBy: { id: "desc" } });
  const approved = newest?.decision === "approved" && newest.mark === (await contentMark(tx, campaignId));
  if (!approved) throw new Refusal("not-approved");
}
