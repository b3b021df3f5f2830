import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Finding, listBlockers } from "./blockers";

/**
 * What is missing in a campaign's revision and settings before it may be signed, and what would make it better.
 * @param which the `newest` revision, which is to be published, or the `published` one, with which it goes on
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function getReadiness(
  actor: Actor,
  campaignId: string,
  which: "newest" | "published" = "newest",
): Promise<Finding[]> {
  await requireAccess(actor, "campaigns.read");
  const where = { id: campaignId, organisationId: actor.organisationId };
  if (!validate(campaignId) || (await db().campaign.count({ where })) === 0) throw new Refusal("not-found");
  return listBlockers(db(), campaignId, which);
}
