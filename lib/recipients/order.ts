import type { Prisma } from "@/lib/generated/prisma/client";

type Tx = Prisma.TransactionClient;

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
