import { createHash, sign } from "node:crypto";
import { domainToASCII } from "node:url";
import { promisify } from "node:util";
import { env } from "@/lib/env";

// On a thread of its own: an RSA signature takes as long as half of the letter's whole rendering.
const signAside = promisify(sign);

// Each is named whether it is there or not, so that none can be added on the way (RFC 6376 §5.4). From twice: a second one
// breaks the signature, and nobody is shown another sender.
const signedFields = [
  ["from", "from", "to", "subject", "date", "message-id"],
  ["reply-to", "mime-version", "content-type"],
  ["content-transfer-encoding", "auto-submitted", "content-language"],
  // RFC 8058 §4.
  ["list-unsubscribe", "list-unsubscribe-post"],
];

/** A mail as it will leave: US-ASCII, lines ending in CRLF. */
export type Unsigned = {
  /** Of the From header. */
  sender: string;
  /** Without the end of its last line. */
  head: string;
  body: string;
};

/**
 * The DKIM-Signature of a mail with its CRLF (RFC 6376, relaxed/relaxed; RFC 8463 for Ed25519), to stand before the head.
 * It says that `DKIM_DOMAIN` answers for the mail, so it is made only where the From header agrees: its domain is
 * `DKIM_DOMAIN`, or one of the two lies below the other, as DMARC's relaxed alignment asks (RFC 7489 §3.1.1). A letter of
 * an organisation with a domain of its own leaves unsigned, for its own mail server to sign.
 * @returns "" without a key, or for a foreign sender
 */
export async function dkimSignature({ sender, head, body }: Unsigned): Promise<string> {
  const { DKIM_KEY: key, DKIM_SELECTOR: selector, DKIM_DOMAIN: domain } = env();
  if (!key || !selector || !isAligned(sender, domain)) return "";
  const rsa = key.asymmetricKeyType === "rsa";
  const bodyHash = createHash("sha256").update(relaxedBody(body)).digest("base64");
  const unsigned = [
    `DKIM-Signature: v=1; a=${rsa ? "rsa" : "ed25519"}-sha256; c=relaxed/relaxed;`,
    ` d=${domain}; s=${selector};`,
    ` h=${signedFields.map((names) => names.join(":")).join(":\r\n  ")};`,
    ` bh=${bodyHash};`,
    ` b=`,
  ].join("\r\n");
  const covered = Buffer.from(`${relaxedFields(head)}${relaxedField(unsigned)}`, "latin1");
  // RFC 8463 §3: Ed25519 signs the digest, where RSA's signature includes the making of one.
  const signature = rsa
    ? await signAside("sha256", covered, key)
    : await signAside(null, createHash("sha256").update(covered).digest(), key);
  const lines = signature.toString("base64").match(/.{1,72}/g) ?? [];
  return `${unsigned}${lines.join("\r\n  ")}\r\n`;
}

/** Whether a signature of `domain` counts for mail from this address. */
export function isAligned(address: string, domain: string): boolean {
  const from = `.${domainToASCII(address.slice(address.lastIndexOf("@") + 1))}`;
  return from.endsWith(`.${domain}`) || `.${domain}`.endsWith(from);
}

/** RFC 6376 §3.4.2, the fields that are signed, each with its CRLF. No field of ours comes twice. */
function relaxedFields(head: string): string {
  const fields = new Map(head.split(/\r\n(?![ \t])/).map((field) => [nameOf(field), field]));
  return [...new Set(signedFields.flat())]
    .flatMap((name) => fields.get(name) ?? [])
    .map((field) => `${relaxedField(field)}\r\n`)
    .join("");
}

function relaxedField(field: string): string {
  const value = field.slice(field.indexOf(":") + 1).replaceAll("\r\n", "");
  return `${nameOf(field)}:${value.replace(/[ \t]+/g, " ").trim()}`;
}

function nameOf(field: string): string {
  return field.slice(0, field.indexOf(":")).trimEnd().toLowerCase();
}

/** RFC 6376 §3.4.4. What is nothing but empty lines is empty. */
function relaxedBody(body: string): string {
  const tidy = body.replace(/[ \t]+/g, " ").replaceAll(" \r\n", "\r\n");
  let end = tidy.length;
  while (end >= 4 && tidy.startsWith("\r\n\r\n", end - 4)) end -= 2;
  return end === 2 ? "" : tidy.slice(0, end);
}
