import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { publicDistributions, publicStates } from "@/lib/campaigns/public";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { mayShow, protectedShape } from "./persons";

/** The bytes of a picture, as they are sent. */
export type ServedPicture = { bytes: Uint8Array<ArrayBuffer>; mediaType: string };

/** `small` is for phones. A picture from before there were small ones has the large one alone. */
export type PictureSize = "large" | "small";

/**
 * A picture the public may see: its campaign is public in the revision that shows it, its bytes are there, and everybody in
 * it consents. Else null, whatever the reason.
 */
export async function findPublicPicture(id: string, size: PictureSize = "large"): Promise<ServedPicture | null> {
  if (!validate(id)) return null;
  const picture = await db().picture.findUnique({
    where: { id },
    select: {
      shows: true,
      case: { select: { persons: { select: protectedShape }, campaigns: { where: inPublic, select: newest } } },
    },
  });
  const shown = picture?.case.campaigns.some(({ revisions: [revision] }) => revision?.pictureId === id);
  if (!picture || !shown || !mayShow(picture.shows, picture.case.persons)) return null;
  return readBytes({ id }, size);
}

/**
 * A picture for a member of its organisation, published or not.
 * @throws Refusal("no-access"); Refusal("not-found") also when its bytes are gone
 */
export async function openPicture(actor: Actor, id: string): Promise<ServedPicture> {
  await requireAccess(actor, "campaigns.read");
  const found = validate(id) ? await readBytes({ id, organisationId: actor.organisationId }, "large") : null;
  if (!found) throw new Refusal("not-found");
  return found;
}

const inPublic = { state: { in: [...publicStates] }, distribution: { in: [...publicDistributions] } };
const newest = {
  revisions: {
    where: { publishedAt: { not: null } },
    orderBy: { number: "desc" },
    take: 1,
    select: { pictureId: true },
  },
} as const;

async function readBytes(
  where: { id: string; organisationId?: string },
  size: PictureSize,
): Promise<ServedPicture | null> {
  const small = size === "small" ? (await db().picture.findFirst({ where, select: { small: true } }))?.small : null;
  if (small) return { bytes: small, mediaType: "image/webp" };
  const row = await db().picture.findFirst({ where, select: { bytes: true, mediaType: true } });
  return row?.bytes ? { bytes: row.bytes, mediaType: row.mediaType } : null;
}
