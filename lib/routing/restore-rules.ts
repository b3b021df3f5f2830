import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { lockBecame } from "@/lib/recipients/became";
import { changeRules } from "./change-rules";
import type { Rule } from "./decide";
import { recordRules } from "./record-rules";
import { type KeptRules, returningRules } from "./returning-rules";
import { asRule, namedBy, ruleShape } from "./rule-shape";
import { tellRule } from "./tell-rule";
import { ruleColumns, writeRuleRecipients } from "./write-rule";

type Tx = Prisma.TransactionClient;
type Kept = { campaignId: string; kept: KeptRules; broughtBackId: string };

/**
 * Gives a campaign the rules it had before a change, in their order. They hold at once, as any change of them does; whom they
 * named and who was removed or is not to be contacted by now they do not name again, which the history says.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign,
 *   and where none of them can come back; Refusal("nobody-left"), Refusal("being-edited")
 */
export async function restoreRules(actor: Actor, { campaignId, kept, broughtBackId }: Kept): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await changeRules(actor, campaignId, async (tx) => {
    const select = { defaultLanguage: true, rules: ruleShape };
    const campaign = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId }, select });
    const became = await lockBecame(tx, actor, kept.rules.flatMap(namedBy), campaign.defaultLanguage);
    const { rules, notBack } = returningRules(kept, became, campaign.rules.map(asRule), tellRule);
    // Without a rule everybody would write to all.
    if (rules.length === 0 && kept.rules.length > 0) throw new Refusal("not-possible-now");
    const back = { broughtBackId, notBack };
    await recordRules(tx, actor, campaignId, () => writeRules(tx, actor, campaignId, rules), back);
    await recordEvent(
      actor,
      { action: "routing.brought-back", subjectType: "campaign", subjectId: campaignId, reason: broughtBackId },
      tx,
    );
  });
}

/** Those that are there keep their ids, also the one that was removed last. */
async function writeRules(tx: Tx, actor: Actor, campaignId: string, rules: Rule[]): Promise<void> {
  const { organisationId } = actor;
  const ids = rules.map(({ id }) => id);
  await tx.routingRule.deleteMany({ where: { campaignId, removedAt: null, id: { notIn: ids } } });
  for (const [position, { id, ...rule }] of rules.entries()) {
    const columns = { ...ruleColumns(rule), position };
    await tx.routingRule.upsert({
      where: { id },
      update: { ...columns, removedAt: null },
      create: { ...columns, id, campaignId, organisationId },
    });
    await writeRuleRecipients(tx, actor, id, rule);
  }
}
