import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { endOtherSessions } from "./end-other-sessions";
import { recordEvent } from "./record-event";
import { countCodeGuess, forgetCodeGuesses } from "./sign-in-limits.sql";
import { spendStep } from "./spend-code";
import { lockAccount } from "./start-session";

/**
 * Ends the enrolment of an authenticator app by its first right code. From now on every sign-in asks for one; the account's
 * other sessions end.
 * @throws Refusal("no-access"), Refusal("wrong-code"), Refusal("too-many-requests"),
 * Refusal("not-possible-now") when none was begun, or too long ago
 */
export async function confirmTotp(actor: Actor, code: string, sessionId: string | null): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await countCodeGuess(accountId);
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    const now = new Date();
    const where = { accountId, confirmedAt: null, freshUntil: { gt: now } };
    const { count } = await tx.totp.updateMany({ where, data: { confirmedAt: now, sealedFreshCodes: null } });
    if (count === 0) throw new Refusal("not-possible-now");
    if (!(await spendStep(tx, accountId, code.replaceAll(/\s/g, "")))) throw new Refusal("wrong-code");
    await endOtherSessions(tx, accountId, sessionId);
    const entry = { action: "account.add-second-factor", subjectType: "account", subjectId: accountId };
    await recordEvent(actor, entry, tx);
  });
  await forgetCodeGuesses(accountId);
}
