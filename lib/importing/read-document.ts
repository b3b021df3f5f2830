import { decode } from "@/lib/encodings/decode";
import { type Detected, detectEncoding } from "@/lib/encodings/detect";
import { type Encoding, isEncoding } from "@/lib/encodings/schema";
import { Refusal } from "@/lib/errors";
import { cleanText } from "./clean-text";
import { readingLimits } from "./limits";
import type { ReadDocument } from "./lines";
import { docxToText } from "./read/docx";
import { htmlToText } from "./read/html";
import { encodingOfPage } from "./read/html-encoding";
import { kindOf } from "./read/kind";
import { type MailAttachment, type ReadMail, readMail } from "./read/mail";
import { pdfToText } from "./read/pdf";

type Options = { encoding?: string; name?: string };
type Read = Omit<ReadDocument, "headers"> & Partial<Pick<ReadDocument, "headers">>;

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * A document of any kind we read, as text: plain text, a mail with what is attached to it, a web page, a PDF with its layer of
 * text, a Word document. What it is shows by its content.
 * @param encoding as a member says it is, instead of what is found
 * @throws Refusal `too-large`, `document-empty`, `document-no-text`, `document-too-long`, `document-unreadable`
 */
export async function readDocument(bytes: Uint8Array, options: Options = {}): Promise<ReadDocument> {
  return { headers: null, ...cleaned(await readAny(bytes, options, 0)) };
}

async function readAny(bytes: Uint8Array, options: Options, nested: number): Promise<Read> {
  if (bytes.length > readingLimits.file) throw new Refusal("too-large");
  if (bytes.every((byte) => byte <= 0x20)) throw new Refusal("document-empty");
  const kind = kindOf(bytes, options.name);
  if (kind === "other") throw new Refusal("document-unreadable");
  if (kind === "pdf") return { text: await pdfToText(bytes), mediaType: "application/pdf", encoding: null, others: [] };
  if (kind === "zip") return { text: await docxToText(bytes), mediaType: docx, encoding: null, others: [] };
  if (kind === "mail") return readParts(await readMail(bytes), options, nested);
  return kind === "page" ? readPage(bytes, options, null) : readText(bytes, options, null);
}

function readText(bytes: Uint8Array, { encoding }: Options, declared: Encoding | null): Read {
  const found = encodingOf(bytes, encoding, declared);
  return { text: decode(bytes, found.encoding), mediaType: "text/plain", ...found };
}

function readPage(bytes: Uint8Array, { encoding }: Options, declared: Encoding | null): Read {
  const found = encodingOf(bytes, encoding, declared ?? encodingOfPage(bytes));
  return { text: htmlToText(decode(bytes, found.encoding)), mediaType: "text/html", ...found };
}

function encodingOf(bytes: Uint8Array, chosen: string | undefined, declared: Encoding | null): Detected {
  const found = detectEncoding(bytes, declared);
  if (found === null) throw new Refusal("document-unreadable");
  if (chosen === undefined || !isEncoding(chosen)) return found;
  return { encoding: chosen, others: [found.encoding, ...found.others].filter((one) => one !== chosen) };
}

/** The plain text of a mail, or its page where there is none worth reading, and after it what is attached. */
async function readParts(mail: ReadMail, options: Options, nested: number): Promise<Read> {
  const plain = readText(mail.plain, options, mail.declared);
  const page = mail.page.length > 0 ? readPage(mail.page, options, mail.declared) : null;
  const body = page !== null && isStub(plain.text, page.text) ? page : plain;
  const attached = nested < readingLimits.nesting ? await readAttached(mail.attachments, nested) : [];
  const text = [body.text, ...attached].join("\n\n");
  return { ...body, text, mediaType: "message/rfc822", headers: mail.headers };
}

/** Some mailers put a line in the plain part that says nothing but that there is a page. */
function isStub(plain: string, page: string): boolean {
  const length = plain.trim().length;
  return length === 0 || (length < 300 && length * 3 < page.length);
}

async function readAttached(attachments: MailAttachment[], nested: number): Promise<string[]> {
  const texts: string[] = [];
  for (const { name, bytes } of attachments) {
    const text = await textOf(bytes, name, nested + 1);
    if (text !== null) texts.push(`---------- ${name} ----------\n\n${text}`);
  }
  return texts;
}

/** Null for what is no text: pictures are attached as well, and a mail is not unreadable for them. */
async function textOf(bytes: Uint8Array, name: string, nested: number): Promise<string | null> {
  try {
    const { text, headers } = await readAny(bytes, { name }, nested);
    return headers ? `${headerLines(headers)}\n\n${text}` : text;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function headerLines({ from, date, subject }: NonNullable<ReadDocument["headers"]>): string {
  const lines = Object.entries({ From: from, Date: date, Subject: subject });
  return lines.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`])).join("\n");
}

function cleaned(read: Read): Read {
  const text = cleanText(read.text);
  if (text.length > readingLimits.text) throw new Refusal("document-too-long");
  if (text.trim() === "") throw new Refusal("document-empty");
  return { ...read, text };
}
