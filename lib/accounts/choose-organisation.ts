import { validate } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";

/**
 * Lets a session of the actor's account go on in another organisation of the same account.
 * @param memberId the membership there
 * @throws Refusal("no-access"), Refusal("not-found") for a membership that is over or somebody else's
 */
export async function chooseOrganisation(actor: Actor, memberId: string, sessionId: string | null): Promise<void> {
  await requireAccess(actor, "account.edit");
  const { accountId } = actor;
  const where = { id: memberId, accountId, removedAt: null };
  const member = validate(memberId) ? await db().member.findFirst({ where, select: { id: true } }) : null;
  if (!member || !sessionId) throw new Refusal("not-found");
  await db().session.updateMany({ where: { id: sessionId, accountId, endedAt: null }, data: { memberId } });
}
