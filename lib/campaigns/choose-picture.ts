import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { openDraftRevision } from "./draft-revision";

/**
 * Chooses the one picture of a campaign's next revision, or none, and says what it shows in each language of its texts.
 * @param alts alternative texts by language; those of other languages stay as they are
 * @throws Refusal("no-access"); Refusal("not-found") also for a picture of another case or without bytes;
 *   Refusal("not-ready") when a language would have no alternative text
 */
export async function chooseRevisionPicture(
  actor: Actor,
  campaignId: string,
  pictureId: string | null,
  alts: Record<string, string> = {},
): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  if (!validate(campaignId)) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { ...actor, campaignId });
    if (pictureId) await requirePicture(tx, campaignId, pictureId);
    await tx.revision.update({ where: { id: revisionId }, data: { pictureId } });
    for (const [language, pictureAlt] of Object.entries(alts)) {
      await tx.appealText.updateMany({ where: { revisionId, language }, data: { pictureAlt } });
    }
    const silent = await tx.appealText.count({ where: { revisionId, pictureAlt: "" } });
    if (pictureId && silent > 0) throw new Refusal("not-ready");
  });
}

async function requirePicture(tx: Prisma.TransactionClient, campaignId: string, id: string): Promise<void> {
  const ofCase = { campaigns: { some: { id: campaignId } } };
  const where = { id, case: ofCase, bytes: { not: null } };
  if (!validate(id) || (await tx.picture.count({ where })) === 0) throw new Refusal("not-found");
}
