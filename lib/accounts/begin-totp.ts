import { generateSecret } from "otplib";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { checkPassword } from "./check-password";
import { replaceRecoveryCodes } from "./recovery-codes";
import { lockAccount } from "./start-session";
import { sealSecret } from "./totp";

type Proof = { currentPassword: string; network: string };

/**
 * Begins to enrol an authenticator app: a secret and recovery codes, which count for nothing until a code was right.
 * @throws Refusal("no-access"), Refusal("wrong-password"), Refusal("too-many-requests"),
 * Refusal("not-possible-now") when there is one already
 */
export async function beginTotp(actor: Actor, { currentPassword, network }: Proof): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  await checkPassword({ accountId, password: currentPassword, network });
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    const { count } = await tx.totp.deleteMany({ where: { accountId, confirmedAt: null } });
    if (count === 0 && (await tx.totp.count({ where: { accountId } })) > 0) throw new Refusal("not-possible-now");
    const fresh = await replaceRecoveryCodes(tx, accountId);
    await tx.totp.create({ data: { accountId, sealedSecret: sealSecret(accountId, generateSecret()), ...fresh } });
  });
}
