import { createCipheriv, createDecipheriv, createHmac, type KeyObject, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";
import { deriveKey, prepare } from "./sealing";

/** What a link lets its holder do. A token made for one purpose is unknown to the others. */
export type LinkPurpose = "check" | "confirm" | "mine" | "words" | "news" | "join";

const macBytes = 16;
let keys: { id: KeyObject; mac: KeyObject } | undefined;

function linkKeys() {
  keys ??= { id: prepare(deriveKey("link-ids")), mac: prepare(deriveKey("link-macs")) };
  return keys;
}

function mac(purpose: LinkPurpose, hidden: Buffer): Buffer {
  return createHmac("sha256", linkKeys().mac).update(`${purpose}:`).update(hidden).digest().subarray(0, macBytes);
}

/**
 * The token of a link: the row's id, enciphered as one AES block (ids tell the time of a signature), and a MAC over it.
 * It can be made again from the id at any time, so no link is stored anywhere.
 * @returns 43 characters of base64url
 */
export function makeToken(purpose: LinkPurpose, id: string): string {
  const cipher = createCipheriv("aes-256-ecb", linkKeys().id, null).setAutoPadding(false);
  const hidden = Buffer.concat([cipher.update(parse(id)), cipher.final()]);
  return Buffer.concat([hidden, mac(purpose, hidden)]).toString("base64url");
}

/** The id behind a token, or null when the token is not one of ours for this purpose. */
export function readToken(purpose: LinkPurpose, token: string): string | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const hidden = bytes.subarray(0, 16);
  if (bytes.length !== 32 || !timingSafeEqual(bytes.subarray(16), mac(purpose, hidden))) return null;
  const decipher = createDecipheriv("aes-256-ecb", linkKeys().id, null).setAutoPadding(false);
  return stringify(Buffer.concat([decipher.update(hidden), decipher.final()]));
}
