import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { type ChosenRecipients, chooseRecipients } from "./choose-recipients";
import { lift } from "./many.sql";
import { recordMany } from "./record-many";

/**
 * Lifts "do not contact" for the recipients that were chosen: letters that were kept back leave.
 * @returns the id of what was done, by which it is told and taken back
 * @throws Refusal("no-access"), Refusal("count-changed"), Refusal("not-found")
 */
export async function liftRecipients(actor: Actor, chosen: ChosenRecipients): Promise<string> {
  await requireAccess(actor, "recipients.release");
  return db().$transaction(
    async (tx) => {
      const all = await chooseRecipients(tx, actor, chosen, true);
      const rows = await tx.recipient.findMany({
        where: {
          organisationId: actor.organisationId,
          mergedIntoId: null,
          doNotContactAt: { not: null },
          id: { in: all },
        },
        select: { id: true, doNotContactAt: true, doNotContactReason: true },
      });
      const silenced = rows.map(({ id, doNotContactAt, doNotContactReason: reason }) => ({
        id,
        at: doNotContactAt?.toISOString() ?? "",
        reason,
      }));
      const ids = await lift(tx, all);
      return recordMany(tx, actor, { act: "lifted", chosen, count: all.length, ids, before: { silenced } });
    },
    { timeout: 120_000 },
  );
}
