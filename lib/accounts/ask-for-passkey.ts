import { generateAuthenticationOptions } from "@simplewebauthn/server";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { findAwaiting } from "./pass-second-factor";
import { keepChallenge } from "./passkey-challenge";
import { findRelyingParty } from "./relying-party";

/** What a browser needs to ask for a passkey. */
export type PasskeyRequest = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

/**
 * Asks for one of the account's passkeys in the second step of signing in.
 * @param sessionId the session that waits
 * @throws Refusal("sign-in-over"), Refusal("not-possible-now") when there is none
 */
export async function askForPasskey(sessionId: string | null): Promise<PasskeyRequest> {
  const waiting = await findAwaiting(sessionId);
  if (!waiting) throw new Refusal("sign-in-over");
  const { accountId } = waiting;
  const party = findRelyingParty();
  const passkeys = await db().passkey.findMany({ where: { accountId } });
  if (!party || passkeys.length === 0) throw new Refusal("not-possible-now");
  const options = await generateAuthenticationOptions({
    rpID: party.rpID,
    allowCredentials: passkeys.map(({ credentialId: id, transports }) => ({ id, transports })),
  });
  await keepChallenge({ sessionId, accountId }, options.challenge);
  return options;
}
