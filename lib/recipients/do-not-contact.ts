import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { markContact } from "./mark-contact";

/**
 * Lets nothing leave for a recipient from now on: letters stop at the claim and at the fence, and nobody is asked to write to
 * it. What is kept back leaves when it is lifted.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function doNotContact(actor: Actor, recipientId: string, { reason }: { reason: string }): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  await db().$transaction(async (tx) => {
    await markContact(tx, actor, { recipientId, reason });
    const subject = { subjectType: "recipient", subjectId: recipientId };
    await recordEvent(actor, { action: "recipient.do-not-contact", ...subject }, tx);
  });
}
