import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { fieldError } from "@/lib/forms";
import { type ChosenRecipients, chooseRecipients } from "./choose-recipients";
import { addTag, haveNoRoom, takeTagOff } from "./many.sql";
import { recordMany } from "./record-many";

/**
 * Gives a tag to all recipients that were chosen, or takes it off them.
 * @returns the id of what was done, by which it is told and taken back
 * @throws Refusal("no-access"), Refusal("count-changed"), Refusal("not-found"); a field error on `bulkTag` where one has as many
 *   tags as it can
 */
export async function tagRecipients(
  actor: Actor,
  chosen: ChosenRecipients,
  { tag, on }: { tag: string; on: boolean },
): Promise<string> {
  await requireAccess(actor, "recipients.manage");
  return db().$transaction(
    async (tx) => {
      const all = await chooseRecipients(tx, actor, chosen);
      if (on && (await haveNoRoom(tx, all, tag))) throw fieldError("bulkTag", "too-many");
      const ids = await (on ? addTag : takeTagOff)(tx, all, tag);
      return recordMany(tx, actor, { act: on ? "tagged" : "untagged", what: tag, chosen, count: all.length, ids });
    },
    { timeout: 120_000 },
  );
}
