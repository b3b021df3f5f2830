import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import { changeRules } from "./change-rules";
import { recordRules } from "./record-rules";
import { ruleOrder, writeRuleOrder } from "./rule-order";

type Pair = { campaignId: string; ruleId: string };

/**
 * Puts the rule back that was removed last, to the place it had.
 * @throws Refusal("no-access"), Refusal("not-found") when it is there or another one was removed since,
 *   Refusal("not-possible-now") for an archived campaign, Refusal("nobody-left")
 */
export async function restoreRule(actor: Actor, { campaignId, ruleId }: Pair): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await changeRules(actor, campaignId, async (tx) => {
    const where = { id: ruleId, campaignId, removedAt: { not: null } };
    const removed = await tx.routingRule.findFirst({ where, select: { position: true, kind: true } });
    if (!removed) throw new Refusal("not-found");
    const order = await ruleOrder(tx, campaignId);
    await recordRules(tx, actor, campaignId, async () => {
      await tx.routingRule.update({ where: { id: ruleId }, data: { removedAt: null } });
      await writeRuleOrder(tx, order.toSpliced(removed.position, 0, ruleId));
    });
    await recordEvent(
      actor,
      { action: "routing.restored", subjectType: "campaign", subjectId: campaignId, reason: removed.kind },
      tx,
    );
  });
}
