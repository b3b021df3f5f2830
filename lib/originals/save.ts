import { v7 as uuidv7, validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import type { OriginalInput } from "./schema";
import { type OriginalFile, writeOriginal } from "./write-original";

/**
 * Keeps where a campaign's appeal comes from, which is public, and the appeal as it was received, byte for byte and sealed.
 * Without text and file the one there is stays.
 * @throws Refusal("no-access"); Refusal("not-found") also when the campaign's key was forgotten
 */
export async function saveOriginal(
  actor: Actor,
  campaignId: string,
  { text, ...facts }: OriginalInput,
  file: OriginalFile | null = null,
): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  const where = { id: campaignId, organisationId: actor.organisationId };
  const campaign = validate(campaignId) ? await db().campaign.findFirst({ where, select: { original: true } }) : null;
  if (!campaign) throw new Refusal("not-found");
  const { data: key } = await getCampaignKeys(campaignId);
  const received = file ?? (text === "" ? null : { bytes: Buffer.from(text), mediaType: "text/plain" });
  const id = campaign.original?.id ?? uuidv7();
  await db().$transaction((tx) => writeOriginal(tx, actor, { id, campaignId, key }, facts, received));
}
