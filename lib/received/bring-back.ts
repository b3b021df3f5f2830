import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { lockRow } from "./find-own";

/**
 * Opens a received appeal again that was discarded and is not forgotten yet.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that a campaign was made of
 */
export async function bringBackReceived(actor: Actor, id: string): Promise<void> {
  await requireAccess(actor, "received.open");
  await db().$transaction(async (tx) => {
    await lockRow(tx, id);
    const where = { id, organisationId: actor.organisationId };
    const found = await tx.receivedAppeal.findFirst({ where, select: { state: true } });
    if (!found) throw new Refusal("not-found");
    if (found.state === "taken") throw new Refusal("not-possible-now");
    if (found.state === "open") return;
    await tx.receivedAppeal.update({ where: { id }, data: { state: "open", changedAt: new Date() } });
    await recordEvent(actor, { action: "received.brought-back", subjectType: "received", subjectId: id }, tx);
  });
}
