import { validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { lockCampaign } from "@/lib/campaigns/lock";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

/**
 * For a verb about a campaign's letters to one recipient: nobody else decides about the campaign until its transaction ends.
 * @throws Refusal("not-found") also for a campaign or recipient of another organisation
 */
export async function lockLetters(
  tx: Prisma.TransactionClient,
  { organisationId }: Actor,
  { campaign: campaignId, recipient: id }: { campaign: string; recipient: string },
): Promise<void> {
  await lockCampaign(tx, { organisationId, campaignId });
  const own = validate(id) && (await tx.recipient.findFirst({ where: { organisationId, id }, select: { id: true } }));
  if (!own) throw new Refusal("not-found");
}
