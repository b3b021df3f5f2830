import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";

/**
 * Removes a picture. One that a published revision names keeps its row without bytes, for what was published does not
 * change; it is not served any more.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function removePicture(actor: Actor, pictureId: string): Promise<void> {
  await requireAccess(actor, "cases.edit");
  const where = { id: pictureId, organisationId: actor.organisationId };
  await db().$transaction(async (tx) => {
    if (!validate(pictureId) || (await tx.picture.count({ where })) === 0) throw new Refusal("not-found");
    const published = await tx.revision.count({ where: { pictureId, publishedAt: { not: null } } });
    if (published > 0) await tx.picture.update({ where, data: { bytes: null, small: null } });
    else await tx.picture.delete({ where });
    await recordEvent(actor, { action: "picture.removed", subjectType: "picture", subjectId: pictureId }, tx);
  });
}
