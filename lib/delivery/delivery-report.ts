import { createHash } from "node:crypto";
import PostalMime, { type Email } from "postal-mime";
import { scrubResponse } from "./scrub";
import { readStatusFields, type StatusFields } from "./status-fields";

/** RFC 3464 §2.3.3 */
const actions = ["failed", "delayed", "delivered", "relayed", "expanded"] as const;

/** What a server says about one recipient of a message. */
export type ReportedFate = {
  action: (typeof actions)[number];
  /** RFC 3463; of the diagnostic where the report itself says no more than "5.0.0" */
  status: string;
  /** Of the diagnostic (RFC 5321 §4.2), if it has one. */
  code: number | null;
  /** The server's words without addresses. */
  response: string;
};

/** A delivery status notification. `digest` is the same for every copy of it. */
export type DeliveryReport = { fates: ReportedFate[]; digest: Buffer };

const statusTypes = ["message/delivery-status", "message/global-delivery-status"];
const smtpReply = /(?<![\d.])([245]\d\d)(?:[ -]+#?([245]\.\d{1,3}\.\d{1,3})(?![\d.]))?/;

/**
 * Reads a delivery status notification (RFC 3464). The letter it quotes is not looked at.
 * @returns null for every other mail: an auto-reply (RFC 3834), a person's answer, a report of another kind (RFC 6522 §3)
 */
export async function readDeliveryReport(raw: Uint8Array): Promise<DeliveryReport | null> {
  const mail = await parse(raw);
  if (!mail || !isStatusReport(mail)) return null;
  const part = mail.attachments.find(({ mimeType }) => statusTypes.includes(mimeType));
  if (!part || typeof part.content === "string") return null;
  // A charset is not foreseen; what is not UTF-8 (RFC 6533) is only part of what a person reads.
  const body = new TextDecoder().decode(part.content);
  const fates = readStatusFields(body).flatMap((group) => readFate(group) ?? []);
  if (fates.length === 0) return null;
  const digest = createHash("sha256").update(JSON.stringify([mail.messageId, body.replace(/\s+/g, " ").trim()]));
  return { fates, digest: digest.digest() };
}

/** @returns null for what is no mail at all, or one built to exhaust its reader */
async function parse(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 20, maxHeadersSize: 262_144 });
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

function isStatusReport({ headers }: Email): boolean {
  const type = headers.find(({ key }) => key === "content-type")?.value ?? "";
  return (
    /^\s*multipart\/report\s*(?:;|$)/i.test(type) && /;\s*report-type\s*=\s*"?delivery-status"?\s*(?:;|$)/i.test(type)
  );
}

/** A group without an action, such as the one about the message itself, says nothing of anybody's fate. */
function readFate(group: StatusFields): ReportedFate | null {
  const word = /^[a-z]+/i.exec(group.get("action") ?? "")?.[0].toLowerCase();
  const action = actions.find((one) => one === word);
  if (!action) return null;
  const diagnostic = group.get("diagnostic-code") ?? "";
  const [type = "", ...words] = diagnostic.split(";");
  const said = words.join(";").trim() || type.trim();
  const [, code, enhanced] = (/^\s*smtp\s*$/i.test(type) && smtpReply.exec(said)) || [];
  return {
    action,
    status: statusOf(action, group.get("status") ?? "", enhanced),
    code: code ? Number(code) : null,
    response: scrubResponse(withoutMailboxes(said, group)),
  };
}

const classes = { failed: "5", delayed: "4", delivered: "2", relayed: "2", expanded: "2" } as const;

/** Exim, for one, says "5.0.0" whatever the other server said. */
function statusOf(action: ReportedFate["action"], field: string, enhanced: string | undefined): string {
  const stated = /^\s*([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(field)?.[1];
  if (stated && !stated.endsWith(".0.0")) return stated;
  return enhanced ?? stated ?? `${classes[action]}.0.0`;
}

/** Servers quote a mailbox also without its domain, which nothing would know as part of an address. */
function withoutMailboxes(said: string, group: StatusFields): string {
  const mailboxes = ["final-recipient", "original-recipient"].flatMap((name) => {
    const [, local = ""] = /;\s*<?([^@]+)@/.exec(group.get(name) ?? "") ?? [];
    return local.length > 2 ? [local] : [];
  });
  return mailboxes.reduce((text, mailbox) => {
    const escaped = mailbox.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}@])`, "giu"), "…");
  }, said);
}
