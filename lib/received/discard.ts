import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { lockOwn } from "./find-own";

/**
 * Puts a received appeal aside of which no campaign is to be made. It can be brought back for some days; then it is forgotten.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that is not open
 */
export async function discardReceived(actor: Actor, id: string): Promise<void> {
  await requireAccess(actor, "received.open");
  await db().$transaction(async (tx) => {
    await lockOwn(tx, actor, id);
    await tx.receivedAppeal.update({ where: { id }, data: { state: "discarded", changedAt: new Date() } });
    await recordEvent(actor, { action: "received.discarded", subjectType: "received", subjectId: id }, tx);
  });
}
