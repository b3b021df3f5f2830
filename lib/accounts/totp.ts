import { verifySync } from "otplib";
import { deriveKey, seal, unseal } from "@/lib/privacy/sealing";

const period = 30;

export function sealSecret(accountId: string, secret: string): Buffer<ArrayBuffer> {
  return seal(deriveKey("second-factor"), secret, `totp:${accountId}`);
}

export function openSecret(accountId: string, sealed: Uint8Array): string {
  return unseal(deriveKey("second-factor"), sealed, `totp:${accountId}`).toString("utf8");
}

/**
 * The step a code stands for, this one or the one before or after it (RFC 6238 §5.2), or null when it is none of theirs.
 * @param token as it was typed
 */
export function stepOf(secret: string, token: string): number | null {
  if (!/^\d{6}$/.test(token)) return null;
  const result = verifySync({ secret, token, period, epochTolerance: period });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}
