import type { Actor } from "@/lib/accounts/access";
import { recordAround } from "@/lib/campaigns/record-around";
import type { Back } from "@/lib/campaigns/record-change";
import type { Prisma } from "@/lib/generated/prisma/client";
import { whatBecame } from "@/lib/recipients/became";
import type { KeptRules } from "./returning-rules";
import { asRule, namedBy, ruleShape } from "./rule-shape";

type Tx = Prisma.TransactionClient;

/**
 * Changes the rules of a campaign, and notes in its history how they read before and after. What did not change is not noted.
 * @param back of rules that are brought back
 */
export async function recordRules<T>(
  tx: Tx,
  actor: Actor,
  campaignId: string,
  change: () => Promise<T>,
  back?: Back,
): Promise<T> {
  const read = () => describe(tx, actor, campaignId);
  return recordAround(tx, actor, { campaignId, revisionId: null, part: "rules", read, ...back }, change);
}

async function describe(tx: Tx, actor: Actor, campaignId: string): Promise<KeptRules> {
  const select = { defaultLanguage: true, rules: ruleShape };
  const campaign = await tx.campaign.findUniqueOrThrow({ where: { id: campaignId }, select });
  const rules = campaign.rules.map(asRule);
  const named = [...new Set(rules.flatMap(namedBy))];
  const now = await whatBecame(tx, actor, named, campaign.defaultLanguage);
  return { rules, names: Object.fromEntries(named.map((id) => [id, now.get(id)?.name ?? id])) };
}
