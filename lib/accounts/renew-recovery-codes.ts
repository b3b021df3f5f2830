import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { announce } from "./account-event";
import { findFactors } from "./has-second-factor";
import { requireProven } from "./identity";
import { replaceRecoveryCodes } from "./recovery-codes";
import { lockAccount } from "./start-session";

/**
 * Makes ten new recovery codes; the old ones end. They can be looked at until they are said to be kept.
 * @throws Refusal("no-access"), Refusal("prove-again"), Refusal("not-possible-now") without a second factor
 */
export async function renewRecoveryCodes(actor: Actor, sessionId: string | null): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    if (!(await findFactors(tx, accountId)).any) throw new Refusal("not-possible-now");
    await requireProven(tx, { accountId, sessionId });
    await replaceRecoveryCodes(tx, accountId);
    await announce(tx, accountId, "renew-recovery-codes");
  });
}
