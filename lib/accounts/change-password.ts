import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { announce } from "./account-event";
import { checkPassword } from "./check-password";
import { forgetCodeDay } from "./code-limits.sql";
import { endOtherSessions } from "./end-other-sessions";
import { hashPassword } from "./password";
import { lockAccount } from "./start-session";

type Change = {
  currentPassword: string;
  password: string;
  /** The session that stays; every other one of the account ends. */
  sessionId: string | null;
  /** Where a guess at the current password comes from. */
  network: string;
};

/**
 * Gives the actor's account another password, ends its other sessions and the shutting out of codes, and tells its address.
 * @throws Refusal("no-access"), Refusal("wrong-password"), Refusal("too-many-requests"),
 * Refusal("not-possible-now") when it was changed elsewhere at the same moment
 */
export async function changePassword(actor: Actor, input: Change): Promise<void> {
  await requireAccess(actor, "account.edit");
  const { currentPassword, password, sessionId, network } = input;
  const { accountId: id } = actor;
  const before = await checkPassword({ accountId: id, password: currentPassword, network });
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    await lockAccount(tx, id);
    const { count } = await tx.account.updateMany({ where: { id, passwordHash: before }, data: { passwordHash } });
    if (count === 0) throw new Refusal("not-possible-now");
    await endOtherSessions(tx, id, sessionId);
    await announce(tx, id, "change-password");
  });
  await forgetCodeDay(id);
}
