import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { announce } from "./account-event";
import { forgetSecondFactor, refuseLastFactor } from "./forget-second-factor";
import { requireProven } from "./identity";
import { lockAccount } from "./start-session";

/**
 * Takes the second factor off the actor's own account, all there is of it, and ends its other sessions.
 * @throws Refusal("no-access"), Refusal("prove-again"), Refusal("last-factor") where an organisation of the account asks for
 * one, Refusal("not-possible-now") when there is none
 */
export async function removeSecondFactor(actor: Actor, sessionId: string | null): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    await requireProven(tx, { accountId, sessionId });
    await refuseLastFactor(tx, accountId);
    await forgetSecondFactor(tx, accountId, sessionId);
    await announce(tx, accountId, "remove-second-factor");
  });
}
