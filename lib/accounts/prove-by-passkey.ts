import { type Actor, requireAccess } from "./access";
import { markProven } from "./identity";
import { usePasskey } from "./use-passkey";

type Given = { answer: unknown; network: string; sessionId: string | null };

/**
 * Takes the answer to `askForProof`, which took the password: for ten minutes this session may change the second factor.
 * @throws Refusal("no-access"), Refusal("wrong-passkey"), Refusal("too-many-requests"), Refusal("sign-in-over")
 */
export async function proveByPasskey(actor: Actor, { answer, network, sessionId }: Given): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  const given = { accountId, sessionId, answer, network };
  await usePasskey(given, (tx) => markProven(tx, { accountId, sessionId }));
}
