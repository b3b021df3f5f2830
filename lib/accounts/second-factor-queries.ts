import { generateURI } from "otplib";
import { db } from "@/lib/db";
import { type Actor, requireAccess } from "./access";
import { fewRecoveryCodes, openFreshCodes } from "./recovery-codes";
import { findRelyingParty } from "./relying-party";
import { openSecret } from "./totp";

/** How far a member's second factor is: none, begun with what is to be shown now, or in use. */
export type SecondFactor = { email: string; required: boolean } & (
  | { state: "none" }
  | { state: "begun"; secret: string; uri: string; codes: string[] }
  | {
      state: "on";
      since: Date;
      codesLeft: number;
      few: boolean;
      codes: string[] | null;
      /** Null where this site can have none. */
      passkeys: HeldPasskey[] | null;
    }
);

export type HeldPasskey = { id: string; name: string; createdAt: Date; usedAt: Date | null };

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
    const few = codesLeft <= fewRecoveryCodes;
    const passkeys = findRelyingParty() && (await listPasskeys(id));
    return { ...known, state: "on", since: totp.confirmedAt, codesLeft, few, codes, passkeys };
  }
  if (!totp || !codes) return { ...known, state: "none" };
  const secret = openSecret(id, totp.sealedSecret);
  return { ...known, state: "begun", secret, uri: generateURI({ issuer: name, label: email, secret }), codes };
}

function listPasskeys(accountId: string): Promise<HeldPasskey[]> {
  const select = { id: true, name: true, createdAt: true, usedAt: true };
  return db().passkey.findMany({ where: { accountId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select });
}

/** Whether a passkey can be the second step of a sign-in to an account. */
export async function hasPasskey(accountId: string): Promise<boolean> {
  return findRelyingParty() !== null && (await db().passkey.count({ where: { accountId } })) > 0;
}
