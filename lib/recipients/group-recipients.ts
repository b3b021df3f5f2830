import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type ChosenRecipients, chooseRecipients } from "./choose-recipients";
import { putIntoGroup, takeOutOfGroup } from "./many.sql";
import { recordMany } from "./record-many";

/**
 * Puts all recipients that were chosen into a group, or takes them out of it.
 * @returns the id of what was done, by which it is told and taken back
 * @throws Refusal("no-access"), Refusal("count-changed"), Refusal("not-found") also for a group of another organisation
 */
export async function groupRecipients(
  actor: Actor,
  chosen: ChosenRecipients,
  { groupId, into }: { groupId: string; into: boolean },
): Promise<string> {
  await requireAccess(actor, "recipients.manage");
  return db().$transaction(
    async (tx) => {
      const [group] = await tx.$queryRaw<{ name: string }[]>`
        select name from recipient_groups
        where id = ${groupId}::uuid and organisation_id = ${actor.organisationId}::uuid for key share`;
      if (!group) throw new Refusal("not-found");
      const all = await chooseRecipients(tx, actor, chosen);
      const ids = await (into ? putIntoGroup : takeOutOfGroup)(tx, all, groupId);
      const act = into ? "grouped" : "ungrouped";
      return recordMany(tx, actor, { act, what: group.name, chosen, count: all.length, ids, before: { groupId } });
    },
    { timeout: 120_000 },
  );
}
