import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";

/**
 * Takes back that the offices which share an address are different ones.
 * @throws Refusal("no-access"), Refusal("not-found") also when nobody said so
 */
export async function proposeAgain(actor: Actor, address: string): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  const { organisationId } = actor;
  const of = { id: address, organisationId };
  const row = validate(address) ? await db().address.findFirst({ where: of }) : null;
  if (!row) throw new Refusal("not-found");
  await db().$transaction(async (tx) => {
    const where = { organisationId, channel: row.channel, value: row.value };
    const { count } = await tx.officeApart.deleteMany({ where });
    if (count === 0) throw new Refusal("not-found");
    await recordEvent(actor, { action: "address.proposed-again", subjectType: "address", subjectId: address }, tx);
  });
}
