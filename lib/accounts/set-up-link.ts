import { createHash, randomBytes } from "node:crypto";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { keyFingerprint } from "@/lib/privacy/sealing";
import { hasOwner } from "./first-owner";

/** What the database keeps of a set-up token. 256 random bits need no slow hash. */
export function setUpKey(token: string): Buffer<ArrayBuffer> {
  return createHash("sha256").update(token).digest();
}

/**
 * The one-time link to set up an installation without an owner, or null when it has one. Each call makes a fresh link
 * and ends the one before.
 */
export async function makeSetUpLink(): Promise<string | null> {
  if (await hasOwner(db())) return null;
  const token = randomBytes(32).toString("base64url");
  await db().installation.upsert({
    where: { id: 1 },
    create: { id: 1, keyFingerprint: Buffer.from(keyFingerprint()), setUpKey: setUpKey(token) },
    update: { setUpKey: setUpKey(token) },
  });
  return `${env().APP_URL}/desk/set-up/${token}`;
}
