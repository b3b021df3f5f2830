import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, requireAccess } from "./access";
import { checkPassword } from "./check-password";
import { endOtherSessions } from "./end-other-sessions";
import { recordEvent } from "./record-event";
import { lockAccount } from "./start-session";

type Proof = { currentPassword: string; network: string; sessionId: string | null };

/**
 * Takes the second factor off the actor's own account and ends its other sessions.
 * @throws Refusal("no-access"), Refusal("wrong-password"), Refusal("too-many-requests"), Refusal("not-possible-now")
 */
export async function removeSecondFactor(actor: Actor, proof: Proof): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await checkPassword({ accountId, password: proof.currentPassword, network: proof.network });
  await db().$transaction(async (tx) => {
    await forgetSecondFactor(tx, accountId, proof.sessionId);
    const entry = { action: "account.remove-second-factor", subjectType: "account", subjectId: accountId };
    await recordEvent(actor, entry, tx);
  });
}

/** Takes app, passkeys and recovery codes away and ends the sessions. @throws Refusal("not-possible-now") when there is none */
export async function forgetSecondFactor(
  tx: Prisma.TransactionClient,
  accountId: string,
  except: string | null,
): Promise<void> {
  await lockAccount(tx, accountId);
  const { count } = await tx.totp.deleteMany({ where: { accountId } });
  if (count === 0) throw new Refusal("not-possible-now");
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.passkey.deleteMany({ where: { accountId } });
  await endOtherSessions(tx, accountId, except);
}
