import { v7 as uuidv7 } from "uuid";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Gives a campaign the rules of another one. */
export async function copyRules(
  tx: Prisma.TransactionClient,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const rules = await tx.routingRule.findMany({
    where: { campaignId: from, removedAt: null },
    orderBy: { position: "asc" },
    include: { recipients: true },
  });
  const copies = rules.map(({ recipients, ...rule }) => ({
    rule: { ...rule, id: uuidv7(), campaignId: to },
    recipients,
  }));
  await tx.routingRule.createMany({ data: copies.map(({ rule }) => rule) });
  await tx.routingRuleRecipient.createMany({
    data: copies.flatMap(({ rule, recipients }) => recipients.map((one) => ({ ...one, ruleId: rule.id }))),
  });
}
