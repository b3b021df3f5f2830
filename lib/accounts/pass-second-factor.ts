import { validate } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { insertSession } from "./start-session";
import { tryCode } from "./try-code";

/** Whether a session still waits for a second factor. */
export async function findAwaiting(sessionId: string | null) {
  if (!sessionId || !validate(sessionId)) return null;
  return db().session.findFirst({
    where: { id: sessionId, endedAt: null, awaitsUntil: { gt: new Date() } },
    select: { id: true, accountId: true, memberId: true, device: true },
  });
}

/**
 * The second step of signing in: a code of the authenticator app or a recovery code.
 * @param sessionId the session that waits for it; it ends, and another begins
 * @param network where the code comes from
 * @returns the id of the new session
 * @throws Refusal("wrong-code"), Refusal("too-many-requests"), Refusal("too-many-codes"), Refusal("sign-in-over") when nothing
 * waits any more
 */
export async function passSecondFactor(sessionId: string | null, code: string, network: string): Promise<string> {
  const waiting = await findAwaiting(sessionId);
  if (!waiting) throw new Refusal("sign-in-over");
  return tryCode({ accountId: waiting.accountId, code, network }, (tx) => endAwaiting(tx, waiting));
}

type Awaiting = NonNullable<Awaited<ReturnType<typeof findAwaiting>>>;

/**
 * Ends a session whose second factor was right and begins another.
 * @throws Refusal("sign-in-over") when it is over, or its account a member nowhere
 */
export async function endAwaiting(tx: Prisma.TransactionClient, waiting: Awaiting): Promise<string> {
  const { id, accountId, memberId, device } = waiting;
  const { count } = await tx.session.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date() } });
  const members = await tx.member.count({ where: { accountId, removedAt: null } });
  if (count === 0 || members === 0) throw new Refusal("sign-in-over");
  return insertSession(tx, accountId, { memberId, device });
}
