import { Refusal } from "@/lib/errors";
import type { Prisma, Review } from "@/lib/generated/prisma/client";

/** @throws Refusal("not-possible-now") when nothing of the campaign waits for approval */
export async function findOpenReview(tx: Prisma.TransactionClient, campaignId: string): Promise<Review> {
  const review = await tx.review.findFirst({ where: { campaignId, decision: null } });
  if (!review) throw new Refusal("not-possible-now");
  return review;
}
