import { createHmac, randomInt } from "node:crypto";
import type { Prisma } from "@/lib/generated/prisma/client";
import { deriveKey, seal, unseal } from "@/lib/privacy/sealing";

const recoveryCodeCount = 10;

/** From so few on the desk says that they run out. */
export const fewRecoveryCodes = 3;

/** How long new codes, and a set-up that was begun, can be looked at. */
const freshSeconds = 900;

export function freshUntil(): Date {
  return new Date(Date.now() + freshSeconds * 1000);
}

// Without signs that are read for each other: 12 of 31 are 59 bits, too many to guess at ten a quarter of an hour.
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

function makeCode(): string {
  const signs = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return signs.replace(/(.{4})(?=.)/g, "$1-");
}

/** What the database keeps of a code, however it was typed. 32 bytes. */
export function recoveryKey(accountId: string, code: string): Buffer<ArrayBuffer> {
  const signs = code.toLowerCase().replaceAll(/[^0-9a-z]/g, "");
  const mac = createHmac("sha256", deriveKey("recovery-codes")).update(`${accountId} ${signs}`);
  return Buffer.from(mac.digest());
}

/** Replaces an account's codes, and keeps the new ones sealed for the one time they are shown. */
export async function replaceRecoveryCodes(tx: Prisma.TransactionClient, accountId: string): Promise<void> {
  const codes = Array.from({ length: recoveryCodeCount }, makeCode);
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ accountId, codeKey: recoveryKey(accountId, code) })),
  });
  const sealedCodes = seal(deriveKey("second-factor"), codes.join(" "), `recovery-codes:${accountId}`);
  const fresh = { sealedCodes, until: freshUntil() };
  await tx.freshCodes.upsert({ where: { accountId }, create: { accountId, ...fresh }, update: fresh });
}

/** The codes that are still to be shown, or null. */
export async function findFreshCodes(tx: Prisma.TransactionClient, accountId: string): Promise<string[] | null> {
  const row = await tx.freshCodes.findFirst({ where: { accountId, until: { gt: new Date() } } });
  if (!row) return null;
  return unseal(deriveKey("second-factor"), row.sealedCodes, `recovery-codes:${accountId}`).toString("utf8").split(" ");
}
