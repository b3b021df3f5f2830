import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { announce, recordAccountEvent, tellAccount } from "./account-event";
import { countCodeGuess, countWrongCode, forgetCodeGuesses } from "./code-limits.sql";
import { codeKind, spendCode } from "./spend-code";
import { lockAccount } from "./start-session";

type Tried = { accountId: string; code: string; network: string };

/** So many wrong codes in a row are no slip: the member is told. */
const toldAt = 5;

/**
 * Uses a code up, and does in the same transaction what it is for. Who used a recovery code is told; of a series of wrong codes
 * the first leaves an audit event, and a mail goes at the fifth.
 * @throws Refusal("wrong-code"), Refusal("too-many-requests"), Refusal("too-many-codes"), and what `then` throws
 */
export async function tryCode<T>(
  { accountId, code, network }: Tried,
  then: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  const kind = codeKind(code);
  await countCodeGuess({ accountId, network }, kind);
  const done = await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    if (!(await spendCode(tx, accountId, code))) return null;
    if (kind === "recovery") await announce(tx, accountId, "use-recovery-code");
    return { value: await then(tx) };
  });
  if (!done) {
    await noteWrongCode(accountId);
    throw new Refusal("wrong-code");
  }
  await forgetCodeGuesses({ accountId, network }, kind);
  return done.value;
}

/** By whom is not known: whoever has the password. */
async function noteWrongCode(accountId: string): Promise<void> {
  const count = await countWrongCode(accountId);
  if (count === 1) await recordAccountEvent(db(), accountId, "wrong-codes", null);
  if (count === toldAt) await db().$transaction((tx) => tellAccount(tx, accountId, "wrong-codes"));
}
