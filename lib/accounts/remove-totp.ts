import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { announce } from "./account-event";
import { requireProven } from "./identity";
import { findRelyingParty } from "./relying-party";
import { lockAccount } from "./start-session";

/**
 * Takes the authenticator app off the actor's own account, whose passkeys stay.
 * @throws Refusal("no-access"), Refusal("prove-again"), Refusal("not-possible-now") without an app, or without a passkey,
 * Refusal("passkeys-off") where no passkey can be used
 */
export async function removeTotp(actor: Actor, sessionId: string | null): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    if ((await tx.passkey.count({ where: { accountId } })) === 0) throw new Refusal("not-possible-now");
    await requireProven(tx, { accountId, sessionId });
    if (!findRelyingParty()) throw new Refusal("passkeys-off");
    const { count } = await tx.totp.deleteMany({ where: { accountId } });
    if (count === 0) throw new Refusal("not-possible-now");
    await announce(tx, accountId, "remove-app");
  });
}
