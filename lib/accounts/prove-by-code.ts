import { type Actor, requireAccess } from "./access";
import { checkPassword } from "./check-password";
import { markProven } from "./identity";
import { tryCode } from "./try-code";

type Given = { currentPassword: string; code: string; network: string; sessionId: string | null };

/**
 * Takes password and code of the actor's own account again: for ten minutes this session may change its second factor.
 * @throws Refusal("no-access"), Refusal("wrong-password"), Refusal("wrong-code"), Refusal("too-many-requests"),
 * Refusal("too-many-codes"), Refusal("sign-in-over")
 */
export async function proveByCode(actor: Actor, given: Given): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  const { currentPassword: password, code, network, sessionId } = given;
  await checkPassword({ accountId, password, network });
  await tryCode({ accountId, code, network }, (tx) => markProven(tx, { accountId, sessionId }));
}
