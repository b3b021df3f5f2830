import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import { changeRules } from "./change-rules";
import { ruleOrder } from "./rule-order";
import type { RuleInput } from "./schema";
import { ruleColumns, writeRuleRecipients } from "./write-rule";

type Pair = { campaignId: string; ruleId: string };

/**
 * Changes a rule where it stands.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign,
 *   Refusal("nobody-left")
 */
export async function saveRule(actor: Actor, { campaignId, ruleId }: Pair, input: RuleInput): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await changeRules(actor, campaignId, async (tx) => {
    if (!(await ruleOrder(tx, campaignId)).includes(ruleId)) throw new Refusal("not-found");
    await tx.routingRule.update({ where: { id: ruleId }, data: ruleColumns(input) });
    await writeRuleRecipients(tx, actor, ruleId, input);
    await recordEvent(
      actor,
      { action: "routing.saved", subjectType: "campaign", subjectId: campaignId, reason: input.kind },
      tx,
    );
  });
}
