import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { type Actor, requireAccess } from "./access";
import { spendChallenge } from "./passkey-challenge";
import { fitting, readPasskey } from "./read-passkey";
import { recordEvent } from "./record-event";
import { findRelyingParty, passkeyAlgorithms } from "./relying-party";
import { newPasskeySchema } from "./schema";
import { lockAccount } from "./start-session";

/** @param answer what the browser made of `beginPasskey`, as JSON; `name` is what the member calls it */
type Made = { sessionId: string | null; name: string; answer: unknown };

/**
 * Adds a passkey to the actor's account: from now on it can stand in for a code.
 * @throws Refusal("no-access"), Refusal("wrong-passkey"), Refusal("not-possible-now") when the app was taken away meanwhile
 */
export async function addPasskey(actor: Actor, { sessionId, name, answer }: Made): Promise<void> {
  await requireAccess(actor, "account.secure");
  const { accountId } = actor;
  const party = findRelyingParty();
  const response = readPasskey(newPasskeySchema, answer);
  const expectedChallenge = await spendChallenge({ sessionId, accountId });
  if (!party) throw new Refusal("not-possible-now");
  const { registrationInfo } = await fitting(
    verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: party.origin,
      expectedRPID: party.rpID,
      requireUserVerification: false,
      supportedAlgorithmIDs: passkeyAlgorithms,
    }),
  );
  if (!registrationInfo) throw new Refusal("wrong-passkey");
  const { id: credentialId, publicKey, counter, transports = [] } = registrationInfo.credential;
  await db().$transaction(async (tx) => {
    await lockAccount(tx, accountId);
    if ((await tx.totp.count({ where: { accountId, confirmedAt: { not: null } } })) === 0) {
      throw new Refusal("not-possible-now");
    }
    const known = await tx.passkey.findUnique({ where: { credentialId } });
    if (known) throw new Refusal("wrong-passkey");
    await tx.passkey.create({
      data: { id: uuid(), accountId, credentialId, publicKey: Buffer.from(publicKey), counter, transports, name },
    });
    await recordEvent(actor, { action: "account.add-passkey", subjectType: "account", subjectId: accountId }, tx);
  });
}
