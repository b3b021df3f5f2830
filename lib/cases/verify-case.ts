import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { requireCase } from "./find-own";

/**
 * Notes that the facts of a case were verified today, by this member.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function verifyCase(actor: Actor, id: string): Promise<void> {
  await requireAccess(actor, "cases.edit");
  await requireCase(db(), actor, id);
  const { name } = await db().account.findUniqueOrThrow({ where: { id: actor.accountId }, select: { name: true } });
  const verifiedAt = new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`);
  await db().$transaction(async (tx) => {
    await tx.case.update({ where: { id }, data: { verifiedAt, verifiedBy: name } });
    await recordEvent(actor, { action: "case.verified", subjectType: "case", subjectId: id }, tx);
  });
}
