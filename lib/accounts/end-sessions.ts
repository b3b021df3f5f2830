import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { recordAccountEvent } from "./account-event";
import { endOtherSessions } from "./end-other-sessions";

/**
 * Ends the sessions of the actor's account on every device.
 * @param except the one that stays
 * @throws Refusal("no-access")
 */
export async function endSessions(actor: Actor, except: string | null): Promise<void> {
  await requireAccess(actor, "account.edit");
  const { accountId } = actor;
  await db().$transaction(async (tx) => {
    await endOtherSessions(tx, accountId, except);
    await recordAccountEvent(tx, accountId, "end-sessions");
  });
}
