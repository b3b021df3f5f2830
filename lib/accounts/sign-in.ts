import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { normaliseEmail } from "@/lib/privacy/email-keys";
import { verifyPassword } from "./password";
import type { SignInInput } from "./schema";
import { countGuess, forgetGuess } from "./sign-in-limits.sql";
import { startSession } from "./start-session";

type Asked = SignInInput & { network: string; device?: string | null };

/**
 * Signs a member in. Whether the e-mail is unknown, the password wrong or the member removed: same answer, same time.
 * @param network where the guess comes from, kept only as an HMAC
 * @param device browser and system in words
 * @returns the id of the new session, which with a second factor opens nothing yet
 * @throws Refusal("sign-in-failed"), Refusal("too-many-requests")
 */
export async function signIn({ email, password, network, device }: Asked): Promise<string> {
  const address = normaliseEmail(email);
  await countGuess(address, network);
  const account = await db().account.findUnique({
    where: { email: address },
    select: { id: true, passwordHash: true, members: { where: { removedAt: null }, select: { id: true }, take: 1 } },
  });
  const fits = await verifyPassword(account?.passwordHash, password);
  if (!account || !fits || account.members.length === 0) throw new Refusal("sign-in-failed");
  await forgetGuess(address, network);
  return startSession(account.id, { device: device ?? null, passwordHash: account.passwordHash });
}
