import { v7 as uuidv7, validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { lockEditable } from "@/lib/campaigns/lock";
import { recordChange } from "@/lib/campaigns/record-change";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { facts, originalMark, storedOriginal } from "./changed";
import type { OriginalInput } from "./schema";
import { type OriginalFile, writeOriginal } from "./write-original";

/**
 * Keeps where a campaign's appeal comes from, which is public, and the appeal as it was received, byte for byte and sealed.
 * Without text and file the one there stays.
 * @param of `seen` is the mark of what the form was opened with
 * @throws Refusal("no-access"); Refusal("not-found") also when the campaign's key was forgotten; Refusal("being-edited"),
 *   Refusal("changed-meanwhile"); Refusal("not-possible-now") for an archived campaign
 */
export async function saveOriginal(
  actor: Actor,
  { campaignId, seen }: { campaignId: string; seen: string },
  { text, ...said }: OriginalInput,
  file: OriginalFile | null = null,
): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  const where = { id: campaignId, organisationId: actor.organisationId };
  if (!validate(campaignId) || (await db().campaign.count({ where })) === 0) throw new Refusal("not-found");
  const { data: key } = await getCampaignKeys(campaignId);
  const received = file ?? (text === "" ? null : { bytes: Buffer.from(text), mediaType: "text/plain" });
  await db().$transaction(async (tx) => {
    await lockEditable(tx, { ...actor, campaignId });
    const row = await tx.original.findUnique({ where: { campaignId }, select: { ...facts, id: true } });
    if (originalMark(row) !== seen) throw new Refusal("changed-meanwhile");
    await writeOriginal(tx, actor, { id: row?.id ?? uuidv7(), campaignId, key }, said, received);
    const now = await tx.original.findUniqueOrThrow({ where: { campaignId }, select: facts });
    if (originalMark(now) === seen) return;
    const change = { before: row && storedOriginal(row), after: storedOriginal(now) };
    await recordChange(tx, actor, { campaignId, revisionId: null, part: "provenance", ...change });
  });
}
