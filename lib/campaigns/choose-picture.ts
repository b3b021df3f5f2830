import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { openDraftRevision } from "./draft-revision";
import { recordChange } from "./record-change";

/** What the history keeps of a picture: which one, how a reader knows it, and its alternative texts by language. */
export type PictureSaid = { pictureId: string | null; picture: string; alts: Record<string, string> };

/**
 * Chooses the one picture of a campaign's next revision, or none, and says what it shows in each language of its texts.
 * @param alts alternative texts by language; those of other languages stay as they are
 * @param broughtBackId the change whose earlier state comes back
 * @throws Refusal("no-access"); Refusal("not-found") also for a picture of another case or without bytes;
 *   Refusal("not-ready") when a language would have no alternative text
 */
export async function chooseRevisionPicture(
  actor: Actor,
  campaignId: string,
  pictureId: string | null,
  alts: Record<string, string> = {},
  broughtBackId?: string,
): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  if (!validate(campaignId)) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    const revisionId = await openDraftRevision(tx, { ...actor, campaignId });
    if (pictureId) await requirePicture(tx, campaignId, pictureId);
    const before = await describe(tx, revisionId);
    await tx.revision.update({ where: { id: revisionId }, data: { pictureId } });
    for (const [language, pictureAlt] of Object.entries(alts)) {
      await tx.appealText.updateMany({ where: { revisionId, language }, data: { pictureAlt } });
    }
    const silent = await tx.appealText.count({ where: { revisionId, pictureAlt: "" } });
    if (pictureId && silent > 0) throw new Refusal("not-ready");
    const after = await describe(tx, revisionId);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    const back = broughtBackId ? { broughtBackId } : {};
    await recordChange(tx, actor, { campaignId, revisionId, part: "picture", before, after, ...back });
  });
}

async function requirePicture(tx: Prisma.TransactionClient, campaignId: string, id: string): Promise<void> {
  const ofCase = { campaigns: { some: { id: campaignId } } };
  const where = { id, case: ofCase, bytes: { not: null } };
  if (!validate(id) || (await tx.picture.count({ where })) === 0) throw new Refusal("not-found");
}

async function describe(tx: Prisma.TransactionClient, revisionId: string): Promise<PictureSaid> {
  const { pictureId, picture, texts } = await tx.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: {
      pictureId: true,
      picture: { select: { credit: true, width: true, height: true, createdAt: true } },
      texts: { orderBy: { language: "asc" }, select: { language: true, pictureAlt: true } },
    },
  });
  const day = picture?.createdAt.toISOString().slice(0, 10);
  return {
    pictureId,
    picture: picture ? `${picture.credit} (${picture.width} × ${picture.height}, ${day})` : "",
    alts: Object.fromEntries(texts.map(({ language, pictureAlt }) => [language, pictureAlt])),
  };
}
