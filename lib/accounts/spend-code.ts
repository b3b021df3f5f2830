import type { Prisma } from "@/lib/generated/prisma/client";
import { recoveryKey } from "./recovery-codes";
import { openSecret, stepOf } from "./totp";

/** What a code is by its looks: six digits are of the app, all else can only be a recovery code. */
export function codeKind(code: string): "totp" | "recovery" {
  return /^\d{6}$/.test(digitsOf(code)) ? "totp" : "recovery";
}

function digitsOf(code: string): string {
  return code.replaceAll(/[\s-]/g, "");
}

/**
 * Uses a code up: one of the authenticator app or a recovery code. Of many at once with the same code one succeeds.
 * @param code as it was typed
 * @returns false when it is wrong or was used before
 */
export async function spendCode(tx: Prisma.TransactionClient, accountId: string, code: string): Promise<boolean> {
  if (codeKind(code) === "totp") return spendStep(tx, accountId, digitsOf(code));
  const { count } = await tx.recoveryCode.updateMany({
    where: {
      accountId,
      codeKey: recoveryKey(accountId, code),
      usedAt: null,
      account: { OR: [{ totp: { confirmedAt: { not: null } } }, { passkeys: { some: {} } }] },
    },
    data: { usedAt: new Date() },
  });
  return count === 1;
}

/** Uses up the step of a code, and every one before it; of an app that was confirmed. */
async function spendStep(tx: Prisma.TransactionClient, accountId: string, digits: string): Promise<boolean> {
  const row = await tx.totp.findUnique({
    where: { accountId, confirmedAt: { not: null } },
    select: { sealedSecret: true },
  });
  const step = row && stepOf(openSecret(accountId, row.sealedSecret), digits);
  if (!row || !step) return false;
  const { count } = await tx.totp.updateMany({
    where: { accountId, lastStep: { lt: step }, sealedSecret: row.sealedSecret },
    data: { lastStep: step },
  });
  return count === 1;
}
