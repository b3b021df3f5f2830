import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type DecipherGCM,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { env } from "@/lib/env";

const nonceBytes = 12;
const tagBytes = 16;

function masterKey(): Buffer {
  return Buffer.from(env().SEALING_KEY, "hex");
}

/**
 * A key for one purpose, derived from the master key (HKDF-SHA256, RFC 5869), so that no purpose can open another's data.
 * @returns 32 bytes
 */
export function deriveKey(purpose: string, from?: Buffer): Buffer {
  if (from) return expand(from, purpose);
  const key = ofMaster.get(purpose) ?? expand(masterKey(), purpose);
  ofMaster.set(purpose, key);
  return key;
}

// Asked for with every mail and every sign-in: deriving one anew costs more than what it is needed for.
const ofMaster = new Map<string, Buffer>();

function expand(from: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", from, "appeals-desk", purpose, 32));
}

/** What the database remembers of the master key, so that a wrong one refuses to start. 16 bytes. */
export function keyFingerprint(): Buffer {
  return createHash("sha256").update(deriveKey("fingerprint")).digest().subarray(0, 16);
}

// It goes when the bytes it was made of go.
const prepared = new WeakMap<Buffer, KeyObject>();

/** A key as Node's ciphers and MACs take it. Made anew for each use it costs four times as much as the cipher, or the MAC. */
export function prepare(key: Buffer): KeyObject {
  const known = prepared.get(key) ?? createSecretKey(key);
  prepared.set(key, known);
  return known;
}

/**
 * Seals with AES-256-GCM.
 * @param context bound to the result: unsealing under another context fails, so rows cannot be swapped
 * @returns nonce (12) ‖ tag (16) ‖ ciphertext
 */
export function seal(key: Buffer, plain: Buffer | string, context: string): Buffer<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", prepare(key), nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/**
 * Opens what `seal` closed.
 * @throws Error when key, context or bytes do not fit
 */
export function unseal(key: Buffer, sealed: Uint8Array, context: string): Buffer {
  const [decipher, body] = opener(key, sealed, context);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** The same for a text, without the bytes in between: a third of the memory where there are a million. */
export function unsealText(key: Buffer, sealed: Uint8Array, context: string): string {
  const [decipher, body] = opener(key, sealed, context);
  return decipher.update(body, undefined, "utf8") + decipher.final("utf8");
}

function opener(key: Buffer, sealed: Uint8Array, context: string): [DecipherGCM, Uint8Array] {
  const nonce = sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", prepare(key), nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return [decipher, sealed.subarray(nonceBytes + tagBytes)];
}

/** A new campaign key, wrapped by the master key for storage beside the campaign. */
export function newWrappedKey(campaignId: string): Buffer<ArrayBuffer> {
  return seal(deriveKey("campaign-keys"), randomBytes(32), campaignId);
}

/** A campaign's key is there but cannot be opened: damaged, or another campaign's. */
export class UnreadableKey extends Error {}

/** The campaign key behind its stored, wrapped form. @throws UnreadableKey */
export function unwrapKey(wrapped: Uint8Array, campaignId: string): Buffer {
  try {
    return unseal(deriveKey("campaign-keys"), wrapped, campaignId);
  } catch (error) {
    throw new UnreadableKey(`the key of campaign ${campaignId} cannot be opened`, { cause: error });
  }
}
