import { generateURI } from "otplib";
import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { fewRecoveryCodes, openFreshCodes } from "./recovery-codes";
import { openSecret } from "./totp";

/** How far a member's second factor is: none, begun with what is to be shown now, or in use. */
export type SecondFactor = { email: string; required: boolean } & (
  | { state: "none" }
  | { state: "begun"; secret: string; uri: string; codes: string[] }
  | { state: "on"; since: Date; codesLeft: number; few: boolean; codes: string[] | null }
);

/**
 * The second factor of the actor's own account.
 * @throws Refusal("no-access")
 */
export async function getSecondFactor(actor: Actor): Promise<SecondFactor> {
  await requireAccess(actor, "account.secure");
  const { accountId: id, organisationId } = actor;
  const { email, totp } = await db().account.findUniqueOrThrow({ where: { id }, select: { email: true, totp: true } });
  const where = { id: organisationId };
  const { name, secondFactorRequiredAt } = await db().organisation.findUniqueOrThrow({ where });
  const known = { email, required: secondFactorRequiredAt !== null };
  const fresh = totp?.sealedFreshCodes && totp.freshUntil > new Date() ? totp.sealedFreshCodes : null;
  const codes = fresh && openFreshCodes(id, fresh);
  if (totp?.confirmedAt) {
    const codesLeft = await db().recoveryCode.count({ where: { accountId: id, usedAt: null } });
    return { ...known, state: "on", since: totp.confirmedAt, codesLeft, few: codesLeft <= fewRecoveryCodes, codes };
  }
  if (!totp || !codes) return { ...known, state: "none" };
  const secret = openSecret(id, totp.sealedSecret);
  return { ...known, state: "begun", secret, uri: generateURI({ issuer: name, label: email, secret }), codes };
}
