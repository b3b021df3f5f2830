import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Finding, listBlockers } from "./blockers";

/**
 * What is missing in a campaign's newest revision and settings before it may be published, and what would make it better.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function getReadiness(actor: Actor, campaignId: string): Promise<Finding[]> {
  await requireAccess(actor, "campaigns.read");
  const where = { id: campaignId, organisationId: actor.organisationId };
  if (!validate(campaignId) || (await db().campaign.count({ where })) === 0) throw new Refusal("not-found");
  return listBlockers(db(), campaignId);
}
