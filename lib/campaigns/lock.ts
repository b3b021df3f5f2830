import { validate } from "uuid";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CampaignState } from "@/lib/generated/prisma/enums";
import { requireLock } from "./require-lock";

type Of = { organisationId: string; campaignId: string };

/**
 * Lets one transaction at a time change a campaign, its revisions and its letters' fate; held until it ends.
 * @throws Refusal("not-found"), also for a campaign of another organisation
 */
export async function lockCampaign(
  tx: Prisma.TransactionClient,
  { organisationId, campaignId }: Of,
): Promise<{ state: CampaignState }> {
  if (!validate(campaignId)) throw new Refusal("not-found");
  const [campaign] = await tx.$queryRaw<{ state: CampaignState }[]>`
    select state::text from campaigns
    where id = ${campaignId}::uuid and organisation_id = ${organisationId}::uuid for update`;
  if (!campaign) throw new Refusal("not-found");
  return campaign;
}

/** Does the same for every campaign of a case, always in one order. @returns their ids */
export async function lockCampaignsOf(tx: Prisma.TransactionClient, caseId: string): Promise<string[]> {
  const campaigns = await tx.$queryRaw<{ id: string }[]>`
    select id from campaigns where case_id = ${caseId}::uuid order by id for update`;
  return campaigns.map(({ id }) => id);
}

/**
 * The same for a campaign that a member is about to change, who is noted as the last one who did.
 * @throws Refusal("not-found"); Refusal("not-possible-now") for an archived one; Refusal("being-edited")
 */
export async function lockEditable(
  tx: Prisma.TransactionClient,
  { accountId: editedBy, ...of }: Of & { accountId: string },
): Promise<{ state: CampaignState }> {
  const campaign = await lockCampaign(tx, of);
  if (campaign.state === "archived") throw new Refusal("not-possible-now");
  await requireLock(tx, { campaignId: of.campaignId, accountId: editedBy });
  await tx.campaign.update({ where: { id: of.campaignId }, data: { editedBy } });
  return campaign;
}
