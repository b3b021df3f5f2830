import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { type ChosenRecipients, chooseRecipients } from "./choose-recipients";
import { silence } from "./many.sql";
import { recordMany } from "./record-many";

/**
 * "Do not contact": lets nothing leave for the recipients that were chosen from now on. Letters stop at the claim and at the
 * fence, and nobody is asked to write to them. What is kept back leaves when it is lifted. Where it was said before, its day
 * and reason stay.
 * @returns the id of what was done, by which it is told and taken back
 * @throws Refusal("no-access"), Refusal("count-changed"), Refusal("not-found")
 */
export async function silenceRecipients(
  actor: Actor,
  chosen: ChosenRecipients,
  { reason }: { reason: string },
): Promise<string> {
  await requireAccess(actor, "recipients.manage");
  return db().$transaction(
    async (tx) => {
      const all = await chooseRecipients(tx, actor, chosen, true);
      const at = new Date();
      const ids = await silence(tx, all, at, reason);
      const before = { at: at.toISOString() };
      return recordMany(tx, actor, { act: "silenced", chosen, count: all.length, ids, before });
    },
    { timeout: 120_000 },
  );
}
