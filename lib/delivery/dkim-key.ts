import { createPrivateKey, type KeyObject } from "node:crypto";

const leastBits = 2048;

/**
 * A key that can sign mail: RSA of 2048 bits or more (RFC 8301 §3.2), or Ed25519 (RFC 8463).
 * @param pem a private key without a passphrase; `\n` may stand for the ends of its lines
 * @throws Error saying what it has to be
 */
export function readDkimKey(pem: string): KeyObject {
  const key = parseKey(pem.replaceAll("\\n", "\n"));
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType === "ed25519") return key;
  if (key.asymmetricKeyType !== "rsa") throw new Error("has to be an RSA or an Ed25519 key");
  if (bits < leastBits) throw new Error(`has ${bits} bits; it has to have ${leastBits} or more`);
  return key;
}

function parseKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new Error("has to be a private key in PEM, without a passphrase", { cause });
  }
}
