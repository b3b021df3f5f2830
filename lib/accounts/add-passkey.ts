import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { v7 as uuid } from "uuid";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, requireAccess } from "./access";
import { announce, recordAccountEvent } from "./account-event";
import { endOtherSessions } from "./end-other-sessions";
import { findFactors } from "./has-second-factor";
import { markProven, requireProven } from "./identity";
import { spendChallenge } from "./passkey-challenge";
import { fitting, readPasskey } from "./read-passkey";
import { replaceRecoveryCodes } from "./recovery-codes";
import { findRelyingParty, passkeyAlgorithms } from "./relying-party";
import { newPasskeySchema } from "./schema";
import { lockAccount } from "./start-session";

/** @param answer what the browser made of `beginPasskey`, as JSON; `name` is what the member calls it */
type Made = { sessionId: string | null; name: string; answer: unknown };

/**
 * Adds a passkey to the actor's account. One that is its first second factor brings recovery codes, to be shown once, and
 * ends the account's other sessions.
 * @throws Refusal("no-access"), Refusal("wrong-passkey"), Refusal("prove-again"), Refusal("not-possible-now") where this site
 * can have none
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
    await requireProven(tx, { accountId, sessionId });
    const { any } = await findFactors(tx, accountId);
    const known = await tx.passkey.findUnique({ where: { credentialId } });
    if (known) throw new Refusal("wrong-passkey");
    await tx.passkey.create({
      data: { id: uuid(), accountId, credentialId, publicKey: Buffer.from(publicKey), counter, transports, name },
    });
    if (!any) await beginSecondFactor(tx, { accountId, sessionId });
    await announce(tx, accountId, "add-passkey");
  });
}

async function beginSecondFactor(
  tx: Prisma.TransactionClient,
  of: { accountId: string; sessionId: string | null },
): Promise<void> {
  const { accountId, sessionId } = of;
  await replaceRecoveryCodes(tx, accountId);
  await endOtherSessions(tx, accountId, sessionId);
  await markProven(tx, of);
  await recordAccountEvent(tx, accountId, "add-second-factor");
}
