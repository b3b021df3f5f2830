import type { Prisma } from "@/lib/generated/prisma/client";
import { recoveryKey } from "./recovery-codes";
import { openSecret, stepOf } from "./totp";

/** By what somebody proved to be who they are. */
type UsedCode = "totp" | "recovery";

/**
 * Uses a code up: one of the authenticator app or a recovery code. Of many at once with the same code one succeeds.
 * @param code as it was typed
 * @returns null when it is wrong or was used before
 */
export async function spendCode(
  tx: Prisma.TransactionClient,
  accountId: string,
  code: string,
): Promise<UsedCode | null> {
  const digits = code.replaceAll(/[\s-]/g, "");
  if (/^\d{6}$/.test(digits)) return (await spendStep(tx, accountId, digits)) ? "totp" : null;
  const { count } = await tx.recoveryCode.updateMany({
    where: {
      accountId,
      codeKey: recoveryKey(accountId, code),
      usedAt: null,
      account: { totp: { confirmedAt: { not: null } } },
    },
    data: { usedAt: new Date() },
  });
  return count === 1 ? "recovery" : null;
}

/** Uses up the step of a code, and every one before it. */
export async function spendStep(tx: Prisma.TransactionClient, accountId: string, digits: string): Promise<boolean> {
  const row = await tx.totp.findUnique({ where: { accountId }, select: { sealedSecret: true } });
  const step = row && stepOf(openSecret(accountId, row.sealedSecret), digits);
  if (!row || !step) return false;
  const { count } = await tx.totp.updateMany({
    where: { accountId, lastStep: { lt: step }, sealedSecret: row.sealedSecret },
    data: { lastStep: step },
  });
  return count === 1;
}
