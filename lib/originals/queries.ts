import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { unseal } from "@/lib/privacy/sealing";
import { facts } from "./changed";

/** Where a campaign's appeal comes from; `kept` says whether the appeal itself is there to be opened. */
export type OriginalFacts = Prisma.OriginalGetPayload<{ select: typeof facts }> & { kept: boolean };

/**
 * The provenance of a campaign, without a word of the original; null while there is none.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function findOriginal(actor: Actor, campaignId: string): Promise<OriginalFacts | null> {
  await requireAccess(actor, "campaigns.edit");
  const where = { id: campaignId, organisationId: actor.organisationId };
  if (!validate(campaignId) || (await db().campaign.count({ where })) === 0) throw new Refusal("not-found");
  const [row, kept] = await Promise.all([
    db().original.findUnique({ where: { campaignId }, select: facts }),
    db().original.count({ where: { campaignId, sealedBytes: { not: null } } }),
  ]);
  return row && { ...row, kept: kept > 0 };
}

/**
 * The original as it was received. It may name people nobody else names: that it was opened is recorded before it is shown.
 * @throws Refusal("no-access"); Refusal("not-found") also when there is none, or the campaign's key was forgotten
 */
export async function openOriginal(
  actor: Actor,
  campaignId: string,
): Promise<{ bytes: Uint8Array; mediaType: string }> {
  await requireAccess(actor, "originals.open");
  const { organisationId } = actor;
  const row = validate(campaignId) ? await db().original.findFirst({ where: { campaignId, organisationId } }) : null;
  if (!row?.sealedBytes) throw new Refusal("not-found");
  const { data: key } = await getCampaignKeys(campaignId);
  await recordEvent(actor, { action: "original.opened", subjectType: "campaign", subjectId: campaignId });
  return { bytes: unseal(key, row.sealedBytes, `original:${row.id}`), mediaType: row.mediaType };
}
