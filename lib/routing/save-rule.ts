import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import { changeRules } from "./change-rules";
import { recordRules } from "./record-rules";
import { ruleOrder } from "./rule-order";
import { asRule, ruleMark, ruleShape } from "./rule-shape";
import type { RuleInput } from "./schema";
import { ruleColumns, writeRuleRecipients } from "./write-rule";

type Of = { campaignId: string; ruleId: string; seen: string };

/**
 * Changes a rule where it stands.
 * @param of `seen` is the mark of what the form was opened with
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign,
 *   Refusal("nobody-left"), Refusal("changed-meanwhile")
 */
export async function saveRule(actor: Actor, { campaignId, ruleId, seen }: Of, input: RuleInput): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await changeRules(actor, campaignId, async (tx) => {
    if (!(await ruleOrder(tx, campaignId)).includes(ruleId)) throw new Refusal("not-found");
    const before = await tx.routingRule.findUniqueOrThrow({ where: { id: ruleId }, select: ruleShape.select });
    if (ruleMark(asRule(before)) !== seen) throw new Refusal("changed-meanwhile");
    await recordRules(tx, actor, campaignId, async () => {
      await tx.routingRule.update({ where: { id: ruleId }, data: ruleColumns(input) });
      await writeRuleRecipients(tx, actor, ruleId, input);
    });
    await recordEvent(
      actor,
      { action: "routing.saved", subjectType: "campaign", subjectId: campaignId, reason: input.kind },
      tx,
    );
  });
}
