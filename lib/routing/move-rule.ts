import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import { changeRules } from "./change-rules";
import { recordRules } from "./record-rules";
import { ruleOrder, writeRuleOrder } from "./rule-order";

type Move = { campaignId: string; ruleId: string; to: "up" | "down" };

/**
 * Moves a rule by one place. Beyond an end it stays where it is.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign
 */
export async function moveRule(actor: Actor, { campaignId, ruleId, to }: Move): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await changeRules(actor, campaignId, async (tx) => {
    const order = await ruleOrder(tx, campaignId);
    const from = order.indexOf(ruleId);
    if (from < 0) throw new Refusal("not-found");
    const others = order.filter((id) => id !== ruleId);
    const moved = others.toSpliced(Math.max(0, to === "up" ? from - 1 : from + 1), 0, ruleId);
    await recordRules(tx, actor, campaignId, () => writeRuleOrder(tx, moved));
    await recordEvent(
      actor,
      { action: "routing.moved", subjectType: "campaign", subjectId: campaignId, reason: to },
      tx,
    );
  });
}
