import { generateRegistrationOptions } from "@simplewebauthn/server";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { checkPassword } from "./check-password";
import { keepChallenge } from "./passkey-challenge";
import { findRelyingParty, passkeyAlgorithms } from "./relying-party";

type Proof = { currentPassword: string; network: string; sessionId: string | null };

/** What a browser needs to make a passkey. */
export type PasskeyOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;

const passkeyMost = 10;

/**
 * Begins to add a passkey to the actor's account, which has an authenticator app already.
 * @throws Refusal("no-access"), Refusal("wrong-password"), Refusal("too-many-requests"), Refusal("sign-in-over"),
 * Refusal("not-possible-now") without an app, with ten passkeys, or where this site can have none
 */
export async function beginPasskey(actor: Actor, proof: Proof): Promise<PasskeyOptions> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  const party = findRelyingParty();
  await checkPassword({ accountId, password: proof.currentPassword, network: proof.network });
  const { email, name, totp, passkeys } = await db().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true, name: true, totp: true, passkeys: { select: { credentialId: true, transports: true } } },
  });
  if (!party || !totp?.confirmedAt || passkeys.length >= passkeyMost) throw new Refusal("not-possible-now");
  const options = await generateRegistrationOptions({
    rpName: "Appeals Desk",
    rpID: party.rpID,
    userName: email,
    userDisplayName: name,
    userID: Buffer.from(accountId),
    supportedAlgorithmIDs: passkeyAlgorithms,
    excludeCredentials: passkeys.map(({ credentialId: id, transports }) => ({ id, transports })),
  });
  await keepChallenge({ sessionId: proof.sessionId, accountId }, options.challenge);
  return options;
}
