import { type Actor, requireAccess } from "@/lib/accounts/access";
import { changeRules } from "./change-rules";
import { insertRule } from "./insert-rule";
import { recordRules } from "./record-rules";
import type { RuleInput } from "./schema";

/**
 * Adds a rule to a campaign, as the last one.
 * @returns its id
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign and beyond the most
 *   rules there may be, Refusal("nobody-left")
 */
export async function addRule(actor: Actor, campaignId: string, input: RuleInput): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  let id = "";
  await changeRules(actor, campaignId, async (tx) => {
    id = await recordRules(tx, actor, campaignId, () => insertRule(tx, actor, campaignId, input));
  });
  return id;
}
