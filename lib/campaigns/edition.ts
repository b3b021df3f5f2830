import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

const shape = {
  id: true,
  number: true,
  note: true,
  publishedAt: true,
  pictureId: true,
  texts: { orderBy: { language: "asc" } },
  sampleLetters: { orderBy: [{ language: "asc" }, { version: "asc" }] },
  versions: { orderBy: { position: "asc" }, select: { key: true, name: true } },
  versionRecipients: { select: { recipientId: true, key: true } },
} satisfies Prisma.RevisionSelect;

/** What editors work on: the newest revision of a campaign, published or not. */
export type Edition = Prisma.RevisionGetPayload<{ select: typeof shape }>;

/**
 * The newest revision of a campaign with its texts and sample letters in every language; null before the first.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function getEdition(actor: Actor, campaignId: string): Promise<Edition | null> {
  await requireAccess(actor, "texts.edit");
  const where = { id: campaignId, organisationId: actor.organisationId };
  const campaign = validate(campaignId) ? await db().campaign.findFirst({ where, select: { id: true } }) : null;
  if (!campaign) throw new Refusal("not-found");
  return db().revision.findFirst({ where: { campaignId }, orderBy: { number: "desc" }, select: shape });
}
