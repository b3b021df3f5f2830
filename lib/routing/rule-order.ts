import type { Prisma } from "@/lib/generated/prisma/client";

type Tx = Prisma.TransactionClient;

/** The ids of a campaign's rules in their order. */
export async function ruleOrder(tx: Tx, campaignId: string): Promise<string[]> {
  const rows = await tx.routingRule.findMany({
    where: { campaignId, removedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Writes an order down: positions from 0, without gaps. */
export async function writeRuleOrder(tx: Tx, order: string[]): Promise<void> {
  for (const [position, id] of order.entries()) await tx.routingRule.update({ where: { id }, data: { position } });
}
