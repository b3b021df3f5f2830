import { validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

type Tx = Prisma.TransactionClient;

/**
 * Locks a campaign whose recipients change, so that two members do not order them at once.
 * @throws Refusal("not-found"), also for one of another organisation; Refusal("not-possible-now") for an archived one
 */
export async function lockCampaign(
  tx: Tx,
  { organisationId }: Pick<Actor, "organisationId">,
  id: string,
): Promise<void> {
  if (!validate(id)) throw new Refusal("not-found");
  const [campaign] = await tx.$queryRaw<{ state: string }[]>`
    select state::text from campaigns where id = ${id}::uuid and organisation_id = ${organisationId}::uuid for update`;
  if (!campaign) throw new Refusal("not-found");
  if (campaign.state === "archived") throw new Refusal("not-possible-now");
}

/** The ids of a campaign's recipients in the order in which they are written to. */
export async function orderOf(tx: Tx, campaignId: string): Promise<string[]> {
  const rows = await tx.campaignRecipient.findMany({
    where: { campaignId },
    orderBy: [{ position: "asc" }, { recipientId: "asc" }],
    select: { recipientId: true },
  });
  return rows.map(({ recipientId }) => recipientId);
}

/** Writes an order down: positions from 0, without gaps. */
export async function writeOrder(tx: Tx, campaignId: string, order: string[]): Promise<void> {
  for (const [position, recipientId] of order.entries()) {
    const key = { campaignId_recipientId: { campaignId, recipientId } };
    await tx.campaignRecipient.update({ where: key, data: { position } });
  }
}
