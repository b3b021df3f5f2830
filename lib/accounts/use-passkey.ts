import { generateAuthenticationOptions, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { countPasskeyTry, rememberNetwork } from "./code-limits.sql";
import { keepChallenge, spendChallenge } from "./passkey-challenge";
import { fitting, readPasskey } from "./read-passkey";
import { findRelyingParty } from "./relying-party";
import { heldPasskeySchema } from "./schema";
import { lockAccount } from "./start-session";

/** What a browser needs to ask for a passkey. */
export type PasskeyRequest = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

type Of = { accountId: string; sessionId: string | null };

/**
 * Makes what a browser asks an authenticator for, and keeps it in the session that asks.
 * @throws Refusal("not-possible-now") when the account has no passkey; Refusal("sign-in-over")
 */
export async function requestPasskey({ accountId, sessionId }: Of): Promise<PasskeyRequest> {
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

/**
 * Takes an authenticator's answer and does in the same transaction what it is for. A counter that does not rise (WebAuthn
 * §6.1.1) is refused: the key was copied.
 * @param answer what the browser made of `requestPasskey`, as JSON
 * @throws Refusal("wrong-passkey"), Refusal("too-many-requests"), and what `then` throws
 */
export async function usePasskey<T>(
  { accountId, sessionId, answer, network }: Of & { answer: unknown; network: string },
  then: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  await countPasskeyTry({ accountId, network });
  const party = findRelyingParty();
  const response = readPasskey(heldPasskeySchema, answer);
  const expectedChallenge = await spendChallenge({ sessionId, accountId });
  const row = await db().passkey.findFirst({ where: { credentialId: response.id, accountId } });
  if (!row || !party) throw new Refusal("wrong-passkey");
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
  const done = await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    const { count } = await tx.passkey.updateMany({
      where: { id: row.id, counter: row.counter },
      data: { counter: authenticationInfo.newCounter, usedAt: new Date() },
    });
    if (count === 0) throw new Refusal("wrong-passkey");
    return then(tx);
  });
  await rememberNetwork({ accountId, network });
  return done;
}
