import { createHmac, timingSafeEqual } from "node:crypto";

const toleranceSeconds = 300;

/** The head of a signed call (Standard Webhooks). */
export type SignedHead = { id: string | null; timestamp: string | null; signature: string | null };

/**
 * Whether a call was signed with the secret (Standard Webhooks, symmetric scheme `v1`): HMAC-SHA256 over its id, its time and
 * its body; made within five minutes. Of several signatures one has to fit, so that secrets can be changed.
 * @param secret `whsec_` and base64
 */
export function isSigned({ id, timestamp, signature }: SignedHead, body: Buffer, secret: string): boolean {
  if (!id || !timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > toleranceSeconds) return false;
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const wanted = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
  return signature.split(" ").some((one) => {
    const given = Buffer.from(/^v1,(.+)$/.exec(one)?.[1] ?? "", "base64");
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}
