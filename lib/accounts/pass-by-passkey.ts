import { Refusal } from "@/lib/errors";
import { endAwaiting, findAwaiting } from "./pass-second-factor";
import { usePasskey } from "./use-passkey";

/**
 * The second step of signing in by a passkey.
 * @param sessionId the session that waits; it ends, and another begins
 * @param answer what the browser made of `askForPasskey`, as JSON
 * @param network where it comes from
 * @returns the id of the new session
 * @throws Refusal("wrong-passkey"), Refusal("too-many-requests"), Refusal("sign-in-over") when nothing waits any more
 */
export async function passByPasskey(sessionId: string | null, answer: unknown, network: string): Promise<string> {
  const waiting = await findAwaiting(sessionId);
  if (!waiting) throw new Refusal("sign-in-over");
  const { accountId } = waiting;
  return usePasskey({ accountId, sessionId, answer, network }, (tx) => endAwaiting(tx, waiting));
}
