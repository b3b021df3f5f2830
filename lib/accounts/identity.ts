import { validate } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { checkPassword } from "./check-password";
import { findFactors } from "./has-second-factor";

const provenSeconds = 600;

type Tx = Prisma.TransactionClient;
type Of = { accountId: string; sessionId: string | null };

/** What a change of the second factor is asked for. Without one yet the password, which counts for this one act. */
export type Proof = { currentPassword?: string | undefined; network: string; sessionId: string | null };

/**
 * Asks who changes an account's second factor to be who they are: by the password while there is none, else by password and
 * factor, given in this session not long ago.
 * @throws Refusal("prove-again"), Refusal("wrong-password"), Refusal("too-many-requests")
 */
export async function checkIdentity(accountId: string, proof: Proof): Promise<void> {
  const { currentPassword = "", network, sessionId } = proof;
  if ((await findFactors(db(), accountId)).any) await requireProven(db(), { accountId, sessionId });
  else await checkPassword({ accountId, password: currentPassword, network });
}

/**
 * Where an account has a second factor: that it was given again in this session. Asked once more under the account's lock,
 * for it may have got one since.
 * @throws Refusal("prove-again")
 */
export async function requireProven(tx: Tx, of: Of): Promise<void> {
  if ((await findFactors(tx, of.accountId)).any && !(await isProven(tx, of))) throw new Refusal("prove-again");
}

/** Whether password and second factor were given again in a session that goes on, not long ago. */
export async function isProven(tx: Tx, { accountId, sessionId: id }: Of): Promise<boolean> {
  if (!id || !validate(id)) return false;
  const where = { id, accountId, endedAt: null, awaitsUntil: null, provenUntil: { gt: new Date() } };
  return (await tx.session.count({ where })) > 0;
}

/** Notes that they were. @throws Refusal("sign-in-over") */
export async function markProven(tx: Tx, { accountId, sessionId: id }: Of): Promise<void> {
  const provenUntil = new Date(Date.now() + provenSeconds * 1000);
  const where = { id: id ?? "", accountId, endedAt: null, awaitsUntil: null };
  const { count } = validate(where.id) ? await tx.session.updateMany({ where, data: { provenUntil } }) : { count: 0 };
  if (count === 0) throw new Refusal("sign-in-over");
}
