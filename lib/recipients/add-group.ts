import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";

/**
 * Names a new group of recipients, with nobody in it. A name that is there is the same group.
 * @returns its id
 * @throws Refusal("no-access")
 */
export async function addGroup(actor: Actor, name: string): Promise<string> {
  await requireAccess(actor, "recipients.manage");
  const { organisationId } = actor;
  return db().$transaction(async (tx) => {
    const { id } = await tx.recipientGroup.upsert({
      where: { organisationId_name: { organisationId, name } },
      update: {},
      create: { id: uuidv7(), organisationId, name },
    });
    await recordEvent(actor, { action: "group.added", subjectType: "group", subjectId: id }, tx);
    return id;
  });
}
