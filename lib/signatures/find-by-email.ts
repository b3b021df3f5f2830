import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { emailKeyOf } from "@/lib/privacy/email-keys";

/**
 * Looks for the signature of an address in one campaign, by the address's HMAC there. That somebody looked is recorded, the
 * address is not.
 * @returns the signature's id, or null when nobody with this address signed
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function findSignatureByEmail(actor: Actor, campaignId: string, email: string): Promise<string | null> {
  await requireAccess(actor, "signatures.open");
  const { organisationId } = actor;
  const where = { id: campaignId, organisationId };
  const campaign = validate(campaignId) ? await db().campaign.findFirst({ where, select: { id: true } }) : null;
  if (!campaign) throw new Refusal("not-found");
  await recordEvent(actor, { action: "signatures.searched", subjectType: "campaign", subjectId: campaignId });
  const { pepper } = await getCampaignKeys(campaignId);
  const emailKey = new Uint8Array(emailKeyOf(email, pepper));
  const signature = await db().signature.findUnique({
    where: { campaignId_emailKey: { campaignId, emailKey } },
    select: { id: true },
  });
  return signature?.id ?? null;
}
