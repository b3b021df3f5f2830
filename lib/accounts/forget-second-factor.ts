import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { endOtherSessions } from "./end-other-sessions";
import { lockAccount } from "./start-session";

type Tx = Prisma.TransactionClient;

/** Takes app, passkeys and recovery codes away and ends the sessions. @throws Refusal("not-possible-now") when there is none */
export async function forgetSecondFactor(tx: Tx, accountId: string, except: string | null): Promise<void> {
  await lockAccount(tx, accountId);
  const apps = await tx.totp.deleteMany({ where: { accountId } });
  const passkeys = await tx.passkey.deleteMany({ where: { accountId } });
  if (apps.count + passkeys.count === 0) throw new Refusal("not-possible-now");
  await forgetCodes(tx, accountId, except);
}

/** What hangs on a second factor that has just gone. */
export async function forgetCodes(tx: Tx, accountId: string, except: string | null): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.freshCodes.deleteMany({ where: { accountId } });
  await endOtherSessions(tx, accountId, except);
}

/** @throws Refusal("last-factor") when an organisation of the account asks its members for one */
export async function refuseLastFactor(tx: Tx, accountId: string): Promise<void> {
  if (await isFactorRequired(tx, accountId)) throw new Refusal("last-factor");
}

/** Whether any organisation of an account asks its members for a second factor. */
export async function isFactorRequired(tx: Tx, accountId: string): Promise<boolean> {
  const where = { accountId, removedAt: null, organisation: { secondFactorRequiredAt: { not: null } } };
  return (await tx.member.count({ where })) > 0;
}
