import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { endAwaiting, findAwaiting } from "./pass-second-factor";
import { spendChallenge } from "./passkey-challenge";
import { fitting, readPasskey } from "./read-passkey";
import { findRelyingParty } from "./relying-party";
import { heldPasskeySchema } from "./schema";
import { countCodeGuess, forgetCodeGuesses } from "./sign-in-limits.sql";
import { lockAccount } from "./start-session";

/**
 * The second step of signing in by a passkey. A counter that does not rise (WebAuthn §6.1.1) is refused: the key was copied.
 * @param sessionId the session that waits; it ends, and another begins
 * @param answer what the browser made of `askForPasskey`, as JSON
 * @returns the id of the new session
 * @throws Refusal("wrong-passkey"), Refusal("too-many-requests"), Refusal("sign-in-over") when nothing waits any more
 */
export async function passByPasskey(sessionId: string | null, answer: unknown): Promise<string> {
  const waiting = await findAwaiting(sessionId);
  const party = findRelyingParty();
  if (!waiting || !party) throw new Refusal("sign-in-over");
  const { accountId } = waiting;
  await countCodeGuess(accountId);
  const response = readPasskey(heldPasskeySchema, answer);
  const expectedChallenge = await spendChallenge({ sessionId, accountId });
  const row = await db().passkey.findFirst({ where: { credentialId: response.id, accountId } });
  if (!row) throw new Refusal("wrong-passkey");
  const { authenticationInfo } = await fitting(
    verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.rpID,
      requireUserVerification: false,
      credential: { id: row.credentialId, publicKey: row.publicKey, counter: Number(row.counter) },
    }),
  );
  const begun = await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    const { count } = await tx.passkey.updateMany({
      where: { id: row.id, counter: row.counter },
      data: { counter: authenticationInfo.newCounter, usedAt: new Date() },
    });
    if (count === 0) throw new Refusal("wrong-passkey");
    return endAwaiting(tx, waiting);
  });
  await forgetCodeGuesses(accountId);
  return begun;
}
