import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { recordEvent } from "./record-event";

/**
 * Ends the sessions of the actor's account on every device.
 * @param except the one that stays
 * @throws Refusal("no-access")
 */
export async function endSessions(actor: Actor, except: string | null): Promise<void> {
  await requireAccess(actor, "account.edit");
  const { accountId } = actor;
  await db().$transaction(async (tx) => {
    await tx.session.updateMany({
      where: { accountId, endedAt: null, ...(except && { id: { not: except } }) },
      data: { endedAt: new Date() },
    });
    await recordEvent(actor, { action: "account.end-sessions", subjectType: "account", subjectId: accountId }, tx);
  });
}
