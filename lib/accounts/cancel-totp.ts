import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { findFactors } from "./has-second-factor";
import { requireProven } from "./identity";
import { lockAccount } from "./start-session";

/**
 * Drops an authenticator app that was begun and waits for its first code, and with a first second factor the recovery codes that
 * were made for it. An app that counts stays. Without anything begun it does nothing.
 * @throws Refusal("no-access"), Refusal("prove-again")
 */
export async function cancelTotp(actor: Actor, sessionId: string | null): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    await requireProven(tx, { accountId, sessionId });
    const { app, any } = await findFactors(tx, accountId);
    if (app) await tx.totp.updateMany({ where: { accountId }, data: { sealedNextSecret: null } });
    else await tx.totp.deleteMany({ where: { accountId } });
    if (any) return;
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    await tx.freshCodes.deleteMany({ where: { accountId } });
  });
}
