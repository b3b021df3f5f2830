import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import { changeRules } from "./change-rules";
import { ruleOrder } from "./rule-order";
import { ruleLimits, type RuleInput } from "./schema";
import { ruleColumns, writeRuleRecipients } from "./write-rule";

/**
 * Adds a rule to a campaign, as the last one.
 * @returns its id
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign and beyond the most
 *   rules there may be, Refusal("nobody-left")
 */
export async function addRule(actor: Actor, campaignId: string, input: RuleInput): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  const { organisationId } = actor;
  const id = uuidv7();
  await changeRules(actor, campaignId, async (tx) => {
    const position = (await ruleOrder(tx, campaignId)).length;
    if (position >= ruleLimits.rules) throw new Refusal("not-possible-now");
    await tx.routingRule.create({ data: { id, organisationId, campaignId, position, ...ruleColumns(input) } });
    await writeRuleRecipients(tx, actor, id, input);
    await recordEvent(
      actor,
      { action: "routing.added", subjectType: "campaign", subjectId: campaignId, reason: input.kind },
      tx,
    );
  });
  return id;
}
