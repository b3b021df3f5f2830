import { v7 as uuidv7, validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { seal } from "@/lib/privacy/sealing";
import type { OriginalInput } from "./schema";

/** An uploaded original: its bytes as they are, and what kind of file its sender said it is. */
export type OriginalFile = { bytes: Uint8Array; mediaType: string };

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
  const { organisationId } = actor;
  const where = { id: campaignId, organisationId };
  const campaign = validate(campaignId) ? await db().campaign.findFirst({ where, select: { original: true } }) : null;
  if (!campaign) throw new Refusal("not-found");
  const { data: key } = await getCampaignKeys(campaignId);
  const id = campaign.original?.id ?? uuidv7();
  const received = file ?? (text === "" ? null : { bytes: Buffer.from(text), mediaType: "text/plain" });
  const content = received && {
    sealedBytes: seal(key, Buffer.from(received.bytes), `original:${id}`),
    mediaType: mediaTypeOf(received.mediaType),
    receivedAt: new Date(),
  };
  await db().$transaction(async (tx) => {
    await tx.original.upsert({
      where: { campaignId },
      create: { id, organisationId, campaignId, mediaType: "text/plain", ...facts, ...content },
      update: { ...facts, ...content },
    });
    await recordEvent(actor, { action: "original.saved", subjectType: "campaign", subjectId: campaignId }, tx);
  });
}

/** What an uploader says of a file is only ever shown, never trusted. */
function mediaTypeOf(said: string): string {
  return /^[a-z]+\/[a-z0-9.+-]{1,80}$/.test(said) ? said : "application/octet-stream";
}
