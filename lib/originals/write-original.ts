import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import type { Prisma } from "@/lib/generated/prisma/client";
import { seal } from "@/lib/privacy/sealing";
import type { OriginalInput } from "./schema";

/** An uploaded original: its bytes as they are, and what kind of file its sender said it is. */
export type OriginalFile = { bytes: Uint8Array; mediaType: string };

type Of = { id: string; campaignId: string; key: Buffer };

/**
 * Writes the provenance of a campaign of the actor's organisation, and seals what was received; without it the one there stays.
 * @param of `id` of the original's row, and the campaign's key
 */
export async function writeOriginal(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { id, campaignId, key }: Of,
  facts: Omit<OriginalInput, "text">,
  received: OriginalFile | null,
): Promise<void> {
  const { organisationId } = actor;
  const content = received && {
    sealedBytes: seal(key, Buffer.from(received.bytes), `original:${id}`),
    mediaType: mediaTypeOf(received.mediaType),
    receivedAt: new Date(),
  };
  await tx.original.upsert({
    where: { campaignId },
    create: { id, organisationId, campaignId, mediaType: "text/plain", ...facts, ...content },
    update: { ...facts, ...content },
  });
  await recordEvent(actor, { action: "original.saved", subjectType: "campaign", subjectId: campaignId }, tx);
}

/** What an uploader says of a file is only ever shown, never trusted. */
function mediaTypeOf(said: string): string {
  return /^[a-z]+\/[a-z0-9.+-]{1,80}$/.test(said) ? said : "application/octet-stream";
}
