import { createHmac } from "node:crypto";
import { domainToASCII } from "node:url";
import { deriveKey, prepare } from "./sealing";

/** What is kept of an e-mail address outside the sealed row: enough to know it again, not enough to read it. */
export type EmailKeys = {
  /** Sameness inside one campaign. 32 bytes. */
  emailKey: Buffer;
  /** Sameness of the mail domain inside one campaign. 32 bytes. */
  domainKey: Buffer;
  /** Sameness today across campaigns, for the limit of mails a day. 32 bytes. */
  limitKey: Buffer;
  /** Names the mail domain for pacing: a small domain may be a person's name, so it is not readable either. */
  lane: string;
};

/** An address in the one form that is compared: lower case, the domain in ASCII (RFC 5891). */
export function normaliseEmail(email: string): string {
  const [local = "", domain = ""] = email.split("@");
  return `${local.toLowerCase()}@${domainToASCII(domain.toLowerCase())}`;
}

/** By which an address is known again inside one campaign. @param pepper of the campaign @returns 32 bytes */
export function emailKeyOf(email: string, pepper: Buffer): Buffer {
  return hmac(pepper, `email:${normaliseEmail(email)}`);
}

/** @param pepper of the campaign; @param dailyPepper of today */
export function emailKeys(email: string, pepper: Buffer, dailyPepper: Buffer): EmailKeys {
  const address = normaliseEmail(email);
  const domain = address.slice(address.indexOf("@") + 1);
  return {
    emailKey: emailKeyOf(address, pepper),
    domainKey: hmac(pepper, `domain:${domain}`),
    limitKey: hmac(dailyPepper, `email:${address}`),
    lane: laneOf(domain),
  };
}

/** The lane of a mail domain, given in ASCII: 16 characters that do not name it. */
export function laneOf(domain: string): string {
  return hmac(deriveKey("lanes"), domain).subarray(0, 12).toString("base64url");
}

function hmac(key: Buffer, value: string): Buffer {
  return createHmac("sha256", prepare(key)).update(value).digest();
}
