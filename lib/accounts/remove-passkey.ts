import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { recordEvent } from "./record-event";
import { lockAccount } from "./start-session";

/**
 * Takes a passkey off the actor's own account. The authenticator app stays.
 * @param id a uuid
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function removePasskey(actor: Actor, id: string): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    const { count } = await tx.passkey.deleteMany({ where: { id, accountId } });
    if (count === 0) throw new Refusal("not-found");
    await recordEvent(actor, { action: "account.remove-passkey", subjectType: "account", subjectId: accountId }, tx);
  });
}
