import { validate } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { recordEvent } from "./record-event";
import { countCodeGuess, forgetCodeGuesses } from "./sign-in-limits.sql";
import { spendCode } from "./spend-code";
import { insertSession, lockAccount } from "./start-session";

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
 * @returns the id of the new session
 * @throws Refusal("wrong-code"), Refusal("too-many-requests"), Refusal("sign-in-over") when nothing waits any more
 */
export async function passSecondFactor(sessionId: string | null, code: string): Promise<string> {
  const waiting = await findAwaiting(sessionId);
  if (!waiting) throw new Refusal("sign-in-over");
  const { accountId } = waiting;
  await countCodeGuess(accountId);
  const begun = await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    const used = await spendCode(tx, accountId, code);
    if (!used) throw new Refusal("wrong-code");
    if (used === "recovery") await recordRecovery(tx, accountId);
    return endAwaiting(tx, waiting);
  });
  await forgetCodeGuesses(accountId);
  return begun;
}

async function recordRecovery(tx: Prisma.TransactionClient, accountId: string): Promise<void> {
  const where = { accountId, removedAt: null };
  const member = await tx.member.findFirst({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  if (!member) throw new Refusal("sign-in-over");
  const entry = { action: "account.use-recovery-code", subjectType: "account", subjectId: accountId };
  await recordEvent({ ...member, memberId: member.id }, entry, tx);
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
