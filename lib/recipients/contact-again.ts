import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { markContact } from "./mark-contact";

/**
 * Lifts "do not contact": letters that were kept back leave.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function contactAgain(actor: Actor, recipientId: string): Promise<void> {
  await requireAccess(actor, "recipients.release");
  await db().$transaction(async (tx) => {
    await markContact(tx, actor, { recipientId, reason: null });
    await tx.$queryRaw`select from graphile_worker.add_job('deliver')`;
    const subject = { subjectType: "recipient", subjectId: recipientId };
    await recordEvent(actor, { action: "recipient.contact-again", ...subject }, tx);
  });
}
