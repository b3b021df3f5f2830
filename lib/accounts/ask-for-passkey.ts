import { Refusal } from "@/lib/errors";
import { findAwaiting } from "./pass-second-factor";
import { type PasskeyRequest, requestPasskey } from "./use-passkey";

/**
 * Asks for one of the account's passkeys in the second step of signing in.
 * @param sessionId the session that waits
 * @throws Refusal("sign-in-over"), Refusal("not-possible-now") when there is none
 */
export async function askForPasskey(sessionId: string | null): Promise<PasskeyRequest> {
  const waiting = await findAwaiting(sessionId);
  if (!waiting) throw new Refusal("sign-in-over");
  return requestPasskey({ accountId: waiting.accountId, sessionId });
}
