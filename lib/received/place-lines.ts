import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { lockOwn, writeContent } from "./find-own";
import { placed } from "./placed";
import type { Placing } from "./schema";

/**
 * Uses lines of an appeal as one of the draft's fields, or as another recipient, address or person: a piece that was read as
 * something else moves there.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that is not open; ZodError for lines
 *   without a word, or when nothing of this kind can be added
 */
export async function placeLines(actor: Actor, id: string, placing: Placing): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  await db().$transaction(async (tx) => {
    const opened = await lockOwn(tx, actor, id);
    const { content } = opened;
    // Another shape: the draft's page is made anew.
    await writeContent(tx, opened, { ...placed(content, placing), shape: content.shape + 1 });
  });
}
