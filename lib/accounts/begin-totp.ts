import { generateSecret } from "otplib";
import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { findFactors } from "./has-second-factor";
import { checkIdentity, markProven, type Proof, requireProven } from "./identity";
import { freshUntil, replaceRecoveryCodes } from "./recovery-codes";
import { lockAccount } from "./start-session";
import { sealSecret } from "./totp";

/**
 * Begins to enrol an authenticator app, or another in place of the one there is: a secret, and with a first second factor
 * recovery codes, which count for nothing until a code was right. They are shown to the session that gave the proof alone.
 * @throws Refusal("no-access"), Refusal("wrong-password"), Refusal("too-many-requests"), Refusal("prove-again"),
 * Refusal("sign-in-over")
 */
export async function beginTotp(actor: Actor, proof: Proof): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  const { sessionId } = proof;
  await checkIdentity(accountId, proof);
  const sealed = sealSecret(accountId, generateSecret());
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    await requireProven(tx, { accountId, sessionId });
    const { app, any } = await findFactors(tx, accountId);
    const row = app
      ? { sealedNextSecret: sealed, freshUntil: freshUntil() }
      : { sealedSecret: sealed, freshUntil: freshUntil(), lastStep: 0 };
    await tx.totp.upsert({ where: { accountId }, create: { accountId, sealedSecret: sealed, ...row }, update: row });
    if (any) return;
    await replaceRecoveryCodes(tx, accountId);
    if (sessionId) await markProven(tx, { accountId, sessionId });
  });
}
