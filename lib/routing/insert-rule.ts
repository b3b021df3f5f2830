import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { ruleOrder } from "./rule-order";
import { ruleLimits, type RuleInput } from "./schema";
import { ruleColumns, writeRuleRecipients } from "./write-rule";

/**
 * Adds a rule to a campaign that nobody else changes until the transaction ends, as the last one.
 * @returns its id
 * @throws Refusal("not-possible-now") beyond the most rules there may be, Refusal("not-found")
 */
export async function insertRule(
  tx: Prisma.TransactionClient,
  actor: Actor,
  campaignId: string,
  input: RuleInput,
): Promise<string> {
  const { organisationId } = actor;
  const id = uuidv7();
  const position = (await ruleOrder(tx, campaignId)).length;
  if (position >= ruleLimits.rules) throw new Refusal("not-possible-now");
  await tx.routingRule.create({ data: { id, organisationId, campaignId, position, ...ruleColumns(input) } });
  await writeRuleRecipients(tx, actor, id, input);
  const entry = { action: "routing.added", subjectType: "campaign", subjectId: campaignId, reason: input.kind };
  await recordEvent(actor, entry, tx);
  return id;
}
