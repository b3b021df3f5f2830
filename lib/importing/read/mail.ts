import PostalMime, { type Address, type Email } from "postal-mime";
import { detectEncoding } from "@/lib/encodings/detect";
import { decode } from "@/lib/encodings/decode";
import { findEncoding } from "@/lib/encodings/find-label";
import type { Encoding } from "@/lib/encodings/schema";
import { Refusal } from "@/lib/errors";
import type { ReadDocument } from "@/lib/importing/lines";
import { readingLimits } from "@/lib/importing/limits";
import { bytesOf } from "@/lib/importing/single-bytes";
import { asSingleBytes } from "./single-byte-mail";

type Headers = NonNullable<ReadDocument["headers"]>;
export type MailAttachment = { name: string; bytes: Uint8Array };

/** A mail: its texts as bytes, for they are decoded as those of any other document are. */
export type ReadMail = {
  headers: Headers;
  plain: Uint8Array;
  page: Uint8Array;
  /** What the first part says of its encoding. */
  declared: Encoding | null;
  attachments: MailAttachment[];
};

/** The parts of a mail (RFC 5322, RFC 2045). @throws Refusal `document-unreadable` */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const { bytes: rewritten, label } = asSingleBytes(bytes);
  const mail = await parsed(rewritten);
  const { text = "", html = "", attachments } = mail;
  return {
    headers: headersOf(mail, bytes),
    plain: bytesOf(text),
    page: bytesOf(html),
    declared: label === null ? null : findEncoding(label),
    attachments: attachments
      .slice(0, readingLimits.attachments)
      .map(({ filename, mimeType, content }) => ({ name: filename ?? mimeType, bytes: contentOf(content) })),
  };
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 30 });
  } catch (error) {
    throw new Refusal("document-unreadable", error instanceof Error ? error.message : undefined);
  }
}

function contentOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === "string") return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function headersOf({ from, subject, date }: Email, bytes: Uint8Array): Headers {
  return { from: written(from), subject: subject === undefined ? null : readable(subject, bytes), date: date ?? null };
}

function written(from: Address | undefined): string | null {
  if (from === undefined) return null;
  const { name, address = "" } = from;
  if (address === "") return name || null;
  return name === "" ? address : `${name} <${address}>`;
}

/** Old mails have subjects in bytes of any encoding, which no header names. */
function readable(subject: string, bytes: Uint8Array): string {
  if (!subject.includes("\ufffd")) return subject;
  const head = Buffer.from(bytes.subarray(0, 64 * 1024)).toString("latin1");
  const raw = /^subject:[ \t]*([^\n]{0,2000})/im.exec(head)?.[1] ?? "";
  const line = Buffer.from(raw.trim(), "latin1");
  return decode(line, detectEncoding(line)?.encoding ?? "windows-1252");
}
