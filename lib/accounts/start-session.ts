import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { findFactors } from "./has-second-factor";

/** A session ends this long after it began, whatever happens. */
export const lifetimeSeconds = 7 * 24 * 3600;

/** How long the second factor may take after the password. */
const awaitSeconds = 600;

type Session = { memberId?: string | null; device?: string | null };

/** With the hash that was verified: it has to be the account's still, or what a new password ended would begin again. */
type Beginning = Session & { passwordHash?: string };

/**
 * Begins a session after a password was right. With a second factor it opens nothing: `passSecondFactor` begins another.
 * @param session `memberId`: which of the account's memberships it begins with, without it the first; `device`: browser and
 *   system in words
 * @returns the id of the new session's row: all that a cookie may carry
 * @throws Refusal("sign-in-failed") when the password was changed after it was verified
 */
export async function startSession(accountId: string, { passwordHash, ...session }: Beginning = {}): Promise<string> {
  return db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    if (passwordHash !== undefined && (await tx.account.count({ where: { id: accountId, passwordHash } })) === 0) {
      throw new Refusal("sign-in-failed");
    }
    const { any } = await findFactors(tx, accountId);
    const awaitsUntil = any ? new Date(Date.now() + awaitSeconds * 1000) : null;
    return insertSession(tx, accountId, { ...session, awaitsUntil });
  });
}

/**
 * Lets one sign-in or change of second factor happen at a time: none slips in between that knew of the other state. Who locks
 * an organisation too does so before, as with `lockOrganisation`.
 */
export async function lockAccount(tx: Prisma.TransactionClient, accountId: string): Promise<void> {
  await tx.$queryRaw`select 1 from accounts where id = ${accountId}::uuid for no key update`;
}

/** Begins a session after all that is asked for was right. @returns its id */
export async function insertSession(
  tx: Prisma.TransactionClient,
  accountId: string,
  session: Session & { awaitsUntil?: Date | null },
): Promise<string> {
  const id = uuid();
  const expiresAt = new Date(Date.now() + lifetimeSeconds * 1000);
  await tx.session.create({ data: { id, accountId, expiresAt, ...session } });
  return id;
}
