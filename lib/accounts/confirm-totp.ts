import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, requireAccess } from "./access";
import { announce } from "./account-event";
import { countCodeGuess, forgetCodeGuesses } from "./code-limits.sql";
import { endOtherSessions } from "./end-other-sessions";
import { findFactors } from "./has-second-factor";
import { markProven, requireProven } from "./identity";
import { lockAccount } from "./start-session";
import { openSecret, stepOf } from "./totp";

type Given = { code: string; sessionId: string | null; network: string };

/**
 * Ends the enrolment of an authenticator app by its first right code. From now on every sign-in asks for a second factor; the
 * account's other sessions end.
 * @throws Refusal("no-access"), Refusal("wrong-code"), Refusal("too-many-requests"), Refusal("too-many-codes"),
 * Refusal("prove-again"), Refusal("not-possible-now") when none was begun, or too long ago
 */
export async function confirmTotp(actor: Actor, { code, sessionId, network }: Given): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await countCodeGuess({ accountId, network }, "totp");
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    await requireProven(tx, { accountId, sessionId });
    const { app, any } = await findFactors(tx, accountId);
    await confirm(tx, accountId, code);
    // They were shown beside the secret.
    if (!any) await tx.freshCodes.deleteMany({ where: { accountId } });
    await endOtherSessions(tx, accountId, sessionId);
    if (sessionId) await markProven(tx, { accountId, sessionId });
    await announce(tx, accountId, app ? "replace-second-factor" : "add-second-factor");
  });
  await forgetCodeGuesses({ accountId, network }, "totp");
}

/** The app that was begun counts, and its step is used up. */
async function confirm(tx: Prisma.TransactionClient, accountId: string, code: string): Promise<void> {
  const now = new Date();
  const row = await tx.totp.findUnique({ where: { accountId } });
  const sealedSecret = row?.confirmedAt ? row.sealedNextSecret : row?.sealedSecret;
  if (!row || !sealedSecret || row.freshUntil <= now) throw new Refusal("not-possible-now");
  const step = stepOf(openSecret(accountId, sealedSecret), code.replaceAll(/\s/g, ""));
  if (!step) throw new Refusal("wrong-code");
  const data = { sealedSecret, sealedNextSecret: null, confirmedAt: now, lastStep: step };
  await tx.totp.update({ where: { accountId }, data });
}
