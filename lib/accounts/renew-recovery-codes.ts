import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { checkPassword } from "./check-password";
import { recordEvent } from "./record-event";
import { replaceRecoveryCodes } from "./recovery-codes";
import { lockAccount } from "./start-session";

type Proof = { currentPassword: string; network: string };

/**
 * Makes ten new recovery codes; the old ones end. They can be looked at until they are said to be kept.
 * @throws Refusal("no-access"), Refusal("wrong-password"), Refusal("too-many-requests"), Refusal("not-possible-now")
 */
export async function renewRecoveryCodes(actor: Actor, { currentPassword, network }: Proof): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await checkPassword({ accountId, password: currentPassword, network });
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    const data = await replaceRecoveryCodes(tx, accountId);
    const { count } = await tx.totp.updateMany({ where: { accountId, confirmedAt: { not: null } }, data });
    if (count === 0) throw new Refusal("not-possible-now");
    const entry = { action: "account.renew-recovery-codes", subjectType: "account", subjectId: accountId };
    await recordEvent(actor, entry, tx);
  });
}
