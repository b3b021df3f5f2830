import type { Actor } from "@/lib/accounts/access";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { RuleInput } from "./schema";

type Tx = Prisma.TransactionClient;

/** The columns of a rule. */
export function ruleColumns({ kind, countries, represents, fallback, most }: RuleInput) {
  return { kind, countries, represents, fallbackId: fallback, most };
}

/**
 * Whom a rule names, in its order.
 * @throws Refusal("not-found") for somebody who is not the organisation's
 */
export async function writeRuleRecipients(
  tx: Tx,
  { organisationId }: Actor,
  ruleId: string,
  { recipients, fallback }: RuleInput,
): Promise<void> {
  const named = [...new Set([...recipients, ...(fallback ? [fallback] : [])])];
  const known = await tx.recipient.count({ where: { organisationId, id: { in: named } } });
  if (known < named.length) throw new Refusal("not-found");
  await tx.routingRuleRecipient.deleteMany({ where: { ruleId } });
  await tx.routingRuleRecipient.createMany({
    data: recipients.map((recipientId, position) => ({ ruleId, recipientId, organisationId, position })),
  });
}
