import * as base64 from "nodemailer/lib/base64";
import MailComposer from "nodemailer/lib/mail-composer";
import type MimeNode from "nodemailer/lib/mime-node";
import * as qp from "nodemailer/lib/qp";
import { dkimSignature } from "./dkim";

export type Mailbox = { name: string; address: string };

/** A mail before it becomes bytes. */
export type Mime = {
  from: Mailbox;
  to: Mailbox;
  replyTo?: Mailbox;
  subject: string;
  text: string;
  attachment?: { filename: string; contentType: string; content: Buffer };
  /** A language tag (RFC 5646). */
  language: string;
  /** Without angle brackets. */
  messageId: string;
  date: Date;
  /** RFC 3834 §5: `no` for what a person wrote, `auto-generated` for what we did. */
  autoSubmitted: "no" | "auto-generated";
};

/**
 * Puts a mail together (RFC 5322, RFC 2045): plain text, UTF-8, lines ending in CRLF; with an attachment in two parts.
 * Mailboxes are passed apart, never as a line, so that no name can add an address or a header. nodemailer decides encoding and
 * headers; its own way to the bytes goes through streams, and cost a third more of a letter's whole rendering. With a DKIM key
 * the mail is signed, here and once: every later try sends the same bytes.
 */
export async function buildMime(mail: Mime): Promise<Buffer> {
  const { head, body } = inParts(mail);
  const signature = await dkimSignature({ sender: mail.from.address, head, body });
  return Buffer.from(`${signature}${head}\r\n\r\n${body}`);
}

function inParts({ language, messageId, autoSubmitted, text, attachment, ...mail }: Mime): {
  head: string;
  body: string;
} {
  const lines = text.replace(/\r?\n/g, "\r\n");
  const node = new MailComposer({
    ...mail,
    text: lines,
    messageId: `<${messageId}>`,
    attachments: attachment && [attachment],
    baseBoundary: messageId.slice(0, messageId.indexOf("@")),
    headers: { "Auto-Submitted": autoSubmitted, "Content-Language": language },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const head = node.buildHeaders();
  if (!attachment) return { head, body: `${encodeBody(lines, node.getTransferEncoding())}\r\n` };
  const [words, file] = node.childNodes;
  if (!words || !file || !node.boundary) throw new Error("a mail with an attachment has two parts");
  const between = `--${node.boundary}`;
  const parts = [
    withHead(words, encodeBody(lines, words.getTransferEncoding())),
    withHead(file, base64.wrap(attachment.content.toString("base64"))),
  ];
  return { head, body: `${parts.map((part) => `${between}\r\n${part}\r\n`).join("")}${between}--\r\n` };
}

function withHead(node: MimeNode, body: string): string {
  return `${node.buildHeaders()}\r\n\r\n${body}`;
}

/** What stands behind the `@` of an address. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

function encodeBody(lines: string, encoding: string | false): string {
  if (encoding === "quoted-printable") return qp.wrap(qp.encode(lines));
  return encoding === "base64" ? base64.wrap(base64.encode(lines)) : lines;
}
