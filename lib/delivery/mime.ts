import * as base64 from "nodemailer/lib/base64";
import { buildHeaderValue, foldLines } from "nodemailer/lib/mime-funcs";
import MimeNode from "nodemailer/lib/mime-node";
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
  /** The same words as HTML, beside the text. */
  html?: string;
  attachment?: Attachment;
  /** Where one POST ends mails like this one (RFC 8058). */
  unsubscribe?: string;
  /** A language tag (RFC 5646). */
  language: string;
  /** Without angle brackets. */
  messageId: string;
  date: Date;
  /** RFC 3834 §5: `no` for what a person wrote, `auto-generated` for what we did. */
  autoSubmitted: "no" | "auto-generated";
};

type Attachment = { filename: string; contentType: string; content: Buffer };

/** A part of a mail: the fields that say what it is, and what it is. */
type Part = { fields: string[]; body: string };

/**
 * Puts a mail together (RFC 5322, RFC 2045): plain text, UTF-8, lines ending in CRLF; with an attachment or HTML in two parts.
 * Mailboxes are passed apart, never as a line, so that no name can add an address or a header. nodemailer encodes each value and
 * folds it; its own way to a whole message goes through streams and a tree of objects, and took nearly twice as long.
 * With a DKIM key the mail is signed, here and once: every later try sends the same bytes.
 */
export async function buildMime(mail: Mime): Promise<Buffer> {
  const { fields, body } = partsOf(mail);
  const head = [...addressed(mail), ...fields].join("\r\n");
  const signature = await dkimSignature({ sender: mail.from.address, head, body });
  return Buffer.from(`${signature}${head}\r\n\r\n${body}`);
}

function partsOf({ text, html, attachment, messageId }: Mime): Part {
  const words = typedPart(text, "plain");
  if (attachment) return inParts("mixed", [words, filePart(attachment)], messageId);
  return html ? inParts("alternative", [words, typedPart(html, "html")], messageId) : words;
}

/** What stands behind the `@` of an address. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

// Values are encoded by a node of nodemailer's, which is asked for nothing else.
const encoder = new MimeNode();

function addressed({ from, to, replyTo, subject, unsubscribe, ...mail }: Mime): string[] {
  return [
    ...field("Auto-Submitted", mail.autoSubmitted),
    ...field("Content-Language", mail.language),
    ...field("From", from),
    ...field("To", to),
    ...(replyTo ? field("Reply-To", replyTo) : []),
    ...field("Subject", subject),
    ...field("Message-ID", mail.messageId),
    ...field("Date", mail.date),
    ...(unsubscribe ? [`List-Unsubscribe: <${unsubscribe}>`, "List-Unsubscribe-Post: List-Unsubscribe=One-Click"] : []),
  ];
}

/** A field of a head, folded; none without a value. */
function field(name: string, value: string | Mailbox | Date): string[] {
  const encoded = encoder.encodeHeaderValue(name, value);
  return encoded.trim() === "" ? [] : [foldLines(`${name}: ${encoded}`, 76)];
}

const version = "MIME-Version: 1.0";

function typedPart(text: string, type: "plain" | "html"): Part {
  const lines = text.replace(/\r?\n/g, "\r\n");
  const encoding = encodingOf(lines);
  return {
    fields: [`Content-Transfer-Encoding: ${encoding}`, version, `Content-Type: text/${type}; charset=utf-8`],
    body: `${encodeBody(lines, encoding)}\r\n`,
  };
}

function filePart({ filename, contentType, content }: Attachment): Part {
  return {
    fields: [
      typed("Content-Type", contentType, { name: filename }),
      "Content-Transfer-Encoding: base64",
      typed("Content-Disposition", "attachment", { filename }),
    ],
    body: `${base64.wrap(content.toString("base64"))}\r\n`,
  };
}

function inParts(kind: "mixed" | "alternative", parts: Part[], messageId: string): Part {
  // No line of a part begins like this: neither quoted-printable nor base64 has `=_` (RFC 2045 §6.7).
  const boundary = `=_${messageId.slice(0, messageId.indexOf("@"))}`;
  const drawn = parts.map(({ fields, body }) => {
    const head = fields.filter((line) => line !== version).join("\r\n");
    return `--${boundary}\r\n${head}\r\n\r\n${body}`;
  });
  return {
    fields: [version, typed("Content-Type", `multipart/${kind}`, { boundary })],
    body: `${drawn.join("")}--${boundary}--\r\n`,
  };
}

function typed(name: string, value: string, params: Record<string, string>): string {
  return foldLines(`${name}: ${buildHeaderValue({ value, params })}`, 76);
}

function encodingOf(lines: string): string {
  return new MimeNode("text/plain").setContent(lines).getTransferEncoding() || "7bit";
}

function encodeBody(lines: string, encoding: string): string {
  if (encoding === "quoted-printable") return qp.wrap(qp.encode(lines));
  return encoding === "base64" ? base64.wrap(base64.encode(lines)) : lines;
}
