import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import { changeRules } from "./change-rules";
import { recordRules } from "./record-rules";
import { ruleOrder, writeRuleOrder } from "./rule-order";

type Pair = { campaignId: string; ruleId: string };

/**
 * Takes a rule out. It can be put back until the next one is removed.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign,
 *   Refusal("nobody-left")
 */
export async function removeRule(actor: Actor, { campaignId, ruleId }: Pair): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await changeRules(actor, campaignId, async (tx) => {
    const order = await ruleOrder(tx, campaignId);
    const position = order.indexOf(ruleId);
    if (position < 0) throw new Refusal("not-found");
    await tx.routingRule.deleteMany({ where: { campaignId, removedAt: { not: null } } });
    const left = order.filter((id) => id !== ruleId);
    const data = { removedAt: new Date(), position };
    const { kind } = await recordRules(tx, actor, campaignId, async () => {
      await writeRuleOrder(tx, left);
      return tx.routingRule.update({ where: { id: ruleId }, data });
    });
    await recordEvent(
      actor,
      { action: "routing.removed", subjectType: "campaign", subjectId: campaignId, reason: kind },
      tx,
    );
  });
}
