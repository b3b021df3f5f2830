import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";

/**
 * Frees a campaign the member was editing; one that somebody else edits stays theirs.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function leaveEditing(actor: Actor, campaignId: string): Promise<void> {
  await requireAccess(actor, "texts.edit");
  const { organisationId, accountId } = actor;
  const where = { id: campaignId, organisationId };
  if (!validate(campaignId) || (await db().campaign.count({ where })) === 0) throw new Refusal("not-found");
  await db().editLock.deleteMany({ where: { campaignId, organisationId, accountId } });
}
