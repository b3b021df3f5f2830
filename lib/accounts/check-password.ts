import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { verifyPassword } from "./password";
import { countGuess, forgetGuess } from "./sign-in-limits.sql";

type Guess = { accountId: string; password: string; network: string };

/**
 * Asks for the password of an account that is known already. Guesses count together with those at the sign-in.
 * @param network where the guess comes from
 * @returns the hash it fits, so that a change can be bound to it
 * @throws Refusal("wrong-password"), Refusal("too-many-requests")
 */
export async function checkPassword({ accountId: id, password, network }: Guess): Promise<string> {
  const { email, passwordHash } = await db().account.findUniqueOrThrow({
    where: { id },
    select: { email: true, passwordHash: true },
  });
  await countGuess(email, network);
  if (!(await verifyPassword(passwordHash, password))) throw new Refusal("wrong-password");
  await forgetGuess(email, network);
  return passwordHash;
}
