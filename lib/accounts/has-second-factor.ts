import type { Prisma } from "@/lib/generated/prisma/client";

/** What of an account says whether it has a second factor. */
export const factorShape = {
  totp: { select: { confirmedAt: true } },
  passkeys: { select: { id: true }, take: 1 },
} satisfies Prisma.AccountSelect;

export type Factors = Prisma.AccountGetPayload<{ select: typeof factorShape }>;

/** Whether an account has a second factor: an authenticator app that was confirmed, or a passkey. */
export function hasSecondFactor({ totp, passkeys }: Factors): boolean {
  return Boolean(totp?.confirmedAt) || passkeys.length > 0;
}

/** The same of an account by its id. */
export async function findFactors(tx: Prisma.TransactionClient, id: string): Promise<{ app: boolean; any: boolean }> {
  const account = await tx.account.findUniqueOrThrow({ where: { id }, select: factorShape });
  return { app: Boolean(account.totp?.confirmedAt), any: hasSecondFactor(account) };
}
