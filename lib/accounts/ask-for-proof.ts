import { type Actor, requireAccess } from "./access";
import { checkPassword } from "./check-password";
import { type PasskeyRequest, requestPasskey } from "./use-passkey";

type Given = { currentPassword: string; network: string; sessionId: string | null };

/**
 * Takes the password of the actor's own account again and asks for one of its passkeys.
 * @throws Refusal("no-access"), Refusal("wrong-password"), Refusal("too-many-requests"), Refusal("sign-in-over"),
 * Refusal("not-possible-now") without a passkey
 */
export async function askForProof(
  actor: Actor,
  { currentPassword, network, sessionId }: Given,
): Promise<PasskeyRequest> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await checkPassword({ accountId, password: currentPassword, network });
  return requestPasskey({ accountId, sessionId });
}
