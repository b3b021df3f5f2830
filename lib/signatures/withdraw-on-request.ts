import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { requireSignature } from "./desk-queries";
import { stopSignature } from "./withdraw";

/**
 * Withdraws a signature because its signer asked the organisation to, by whatever way.
 * @param reason how and when they asked; it stays in the audit log, so it names nobody
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") once it was withdrawn or erased
 */
export async function withdrawOnRequest(actor: Actor, id: string, reason: string): Promise<void> {
  await requireAccess(actor, "signatures.stop");
  await requireSignature(actor.organisationId, id);
  await db().$transaction(async (tx) => {
    if (!(await stopSignature(tx, id, "withdrawn"))) throw new Refusal("not-possible-now");
    const subject = { subjectType: "signature", subjectId: id };
    await recordEvent(actor, { action: "signature.withdrawn", ...subject, reason }, tx);
  });
}
