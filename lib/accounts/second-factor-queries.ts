import { generateURI } from "otplib";
import { db } from "@/lib/db";
import type { Totp } from "@/lib/generated/prisma/client";
import { type Actor, requireAccess } from "./access";
import { isFactorRequired } from "./forget-second-factor";
import { findFactors } from "./has-second-factor";
import { isProven } from "./identity";
import { fewRecoveryCodes, findFreshCodes } from "./recovery-codes";
import { findRelyingParty } from "./relying-party";
import { openSecret } from "./totp";

/** A member's second factor, and what is to be shown of it now. */
export type SecondFactor = {
  email: string;
  /** Whether an organisation of theirs asks for one. */
  required: boolean;
  /** Whether any counts. */
  on: boolean;
  /** Whether what there is was given again in this session not long ago: the password, and the factor where there is one. */
  proven: boolean;
  /** Since when an authenticator app counts, and one that was begun, while this session is proven. */
  app: { since: Date | null; begun: { secret: string; uri: string } | null };
  /** Null where this site can have none. */
  passkeys: HeldPasskey[] | null;
  /** Whether a passkey can be used at the address this site has now. */
  passkeysWork: boolean;
  codesLeft: number;
  few: boolean;
  /** Recovery codes that are still to be shown, while this session is proven. */
  codes: string[] | null;
};

export type HeldPasskey = { id: string; name: string; createdAt: Date; usedAt: Date | null };

/**
 * The second factor of the actor's own account.
 * @param sessionId the session that asks
 * @throws Refusal("no-access")
 */
export async function getSecondFactor(actor: Actor, sessionId: string | null): Promise<SecondFactor> {
  await requireAccess(actor, "account.secure");
  const { accountId: id, organisationId } = actor;
  const { email, totp } = await db().account.findUniqueOrThrow({ where: { id }, select: { email: true, totp: true } });
  const { name } = await db().organisation.findUniqueOrThrow({ where: { id: organisationId } });
  const passkeys = await listPasskeys(id);
  const codesLeft = await db().recoveryCode.count({ where: { accountId: id, usedAt: null } });
  const on = Boolean(totp?.confirmedAt) || passkeys.length > 0;
  const proven = await isProven(db(), { accountId: id, sessionId });
  const secret = proven && totp ? begunSecret(totp) : null;
  return {
    email,
    required: await isFactorRequired(db(), id),
    on,
    proven,
    app: {
      since: totp?.confirmedAt ?? null,
      begun: secret ? { secret, uri: generateURI({ issuer: name, label: email, secret }) } : null,
    },
    passkeysWork: findRelyingParty() !== null,
    passkeys: findRelyingParty() || passkeys.length > 0 ? passkeys : null,
    codesLeft,
    few: codesLeft <= fewRecoveryCodes,
    codes: proven ? await findFreshCodes(db(), id) : null,
  };
}

/** The secret of an app that waits for its first code. */
function begunSecret({ accountId, confirmedAt, sealedSecret, sealedNextSecret, freshUntil }: Totp): string | null {
  const sealed = confirmedAt ? sealedNextSecret : sealedSecret;
  return sealed && freshUntil > new Date() ? openSecret(accountId, sealed) : null;
}

function listPasskeys(accountId: string): Promise<HeldPasskey[]> {
  const select = { id: true, name: true, createdAt: true, usedAt: true };
  return db().passkey.findMany({ where: { accountId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select });
}

/** By what the second step of a sign-in to an account can be done, beside a recovery code. */
export async function findWays(accountId: string): Promise<{ app: boolean; passkey: boolean }> {
  const { app } = await findFactors(db(), accountId);
  const passkey = findRelyingParty() !== null && (await db().passkey.count({ where: { accountId } })) > 0;
  return { app, passkey };
}
