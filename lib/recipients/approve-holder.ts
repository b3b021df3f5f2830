import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { resalute } from "./holder-letters.sql";
import { lockRecipient } from "./own-recipient";

/**
 * Approves that letters which have not left salute the present holder of an office: also those that are signed and not yet
 * confirmed (trigger `letters_library`). What was sent, or made once, stays as it is.
 * @returns how many letters
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("changed-meanwhile") when somebody else holds it by now
 */
export async function approveHolder(actor: Actor, recipientId: string, holderId: string): Promise<number> {
  await requireAccess(actor, "recipients.manage");
  const { organisationId } = actor;
  const approve = async (tx: Prisma.TransactionClient) => {
    await lockRecipient(tx, actor, recipientId, "letters");
    const present = await tx.holder.findFirst({ where: { recipientId, until: null }, orderBy: { since: "desc" } });
    if (!present) throw new Refusal("not-found");
    if (present.id !== holderId) throw new Refusal("changed-meanwhile");
    await tx.holder.update({ where: { id: holderId }, data: { approvedAt: new Date() } });
    const count = await resalute(tx, { organisationId, recipientId, holderId });
    const subject = { subjectType: "recipient", subjectId: recipientId };
    await recordEvent(actor, { action: "holder.approved", ...subject, reason: String(count) }, tx);
    return count;
  };
  return db().$transaction(approve, { timeout: 120_000 });
}
