import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { announce, recordAccountEvent } from "./account-event";
import { forgetCodes, refuseLastFactor } from "./forget-second-factor";
import { findFactors } from "./has-second-factor";
import { requireProven } from "./identity";
import { lockAccount } from "./start-session";

/**
 * Takes a passkey off the actor's own account. With the last one of an account without an app the second factor is gone: its
 * recovery codes go too, and its other sessions end.
 * @param id a uuid
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("prove-again"), Refusal("last-factor") where an organisation of
 * the account asks for one
 */
export async function removePasskey(actor: Actor, id: string, sessionId: string | null): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    await requireProven(tx, { accountId, sessionId });
    const { count } = await tx.passkey.deleteMany({ where: { id, accountId } });
    if (count === 0) throw new Refusal("not-found");
    if ((await findFactors(tx, accountId)).any) return announce(tx, accountId, "remove-passkey");
    await refuseLastFactor(tx, accountId);
    await forgetCodes(tx, accountId, sessionId);
    await recordAccountEvent(tx, accountId, "remove-passkey");
    return announce(tx, accountId, "remove-second-factor");
  });
}
