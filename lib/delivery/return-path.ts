import { createCipheriv, createDecipheriv, createHmac, type KeyObject, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";
import { env } from "@/lib/env";
import { deriveKey, prepare } from "@/lib/privacy/sealing";
import type { DeliveryTable } from "./claim.sql";

/** What was sent under a return path. */
export type Returned = { table: DeliveryTable; id: string };

const kinds = { l: "letters", m: "mails" } as const;
// RFC 4648 §6, in lower case: a server on the way back may change the case of a local part.
const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
const macBytes = 10;
const form = /\+([lm])([a-z2-7]{42})@[^@]+$/i;

let keys: { id: KeyObject; mac: KeyObject } | undefined;

function pathKeys() {
  keys ??= { id: prepare(deriveKey("return-path-ids")), mac: prepare(deriveKey("return-path")) };
  return keys;
}

/**
 * The envelope sender of a letter or mail, by which a bounce finds it: `<local>+<token>@<domain>` of `BOUNCE_ADDRESS`. The
 * token is the kind of row, its id enciphered as one AES block (ids tell the time of a signature), and 80 bits of a MAC.
 * @returns null when no `BOUNCE_ADDRESS` is set
 */
export function makeReturnPath({ table, id }: Returned): string | null {
  const { BOUNCE_ADDRESS } = env();
  if (!BOUNCE_ADDRESS) return null;
  const at = BOUNCE_ADDRESS.lastIndexOf("@");
  const kind = table === "letters" ? "l" : "m";
  const cipher = createCipheriv("aes-256-ecb", pathKeys().id, null).setAutoPadding(false);
  const hidden = Buffer.concat([cipher.update(parse(id)), cipher.final()]);
  const token = encode(Buffer.concat([hidden, mac(kind, hidden)]));
  return `${BOUNCE_ADDRESS.slice(0, at)}+${kind}${token}${BOUNCE_ADDRESS.slice(at)}`;
}

/** What was sent under this return path, in whatever case it came back; null when it is none of ours. */
export function readReturnPath(address: string): Returned | null {
  const [, kind, token] = form.exec(address)?.map((part) => part.toLowerCase()) ?? [];
  if ((kind !== "l" && kind !== "m") || !token) return null;
  const bytes = decode(token);
  const hidden = bytes.subarray(0, 16);
  if (!timingSafeEqual(bytes.subarray(16), mac(kind, hidden))) return null;
  const decipher = createDecipheriv("aes-256-ecb", pathKeys().id, null).setAutoPadding(false);
  return { table: kinds[kind], id: stringify(Buffer.concat([decipher.update(hidden), decipher.final()])) };
}

function mac(kind: string, hidden: Buffer): Buffer {
  return createHmac("sha256", pathKeys().mac).update(`${kind}:`).update(hidden).digest().subarray(0, macBytes);
}

/** 26 bytes as 42 characters; the last one carries three bits. */
function encode(bytes: Buffer): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

function decode(token: string): Buffer {
  const bits = Array.from(token, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
