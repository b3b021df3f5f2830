import { generateRegistrationOptions } from "@simplewebauthn/server";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { checkIdentity, type Proof } from "./identity";
import { keepChallenge } from "./passkey-challenge";
import { findRelyingParty, passkeyAlgorithms } from "./relying-party";

/** What a browser needs to make a passkey. */
export type PasskeyOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;

const passkeyMost = 10;

/**
 * Begins to add a passkey to the actor's account: as its second factor, or beside the one it has.
 * @throws Refusal("no-access"), Refusal("wrong-password"), Refusal("too-many-requests"), Refusal("prove-again"),
 * Refusal("sign-in-over"), Refusal("not-possible-now") with ten passkeys, or where this site can have none
 */
export async function beginPasskey(actor: Actor, proof: Proof): Promise<PasskeyOptions> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  const party = findRelyingParty();
  await checkIdentity(accountId, proof);
  const { email, name, passkeys } = await db().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true, name: true, passkeys: { select: { credentialId: true, transports: true } } },
  });
  if (!party || passkeys.length >= passkeyMost) throw new Refusal("not-possible-now");
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
