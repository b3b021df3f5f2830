/** What a document is by its content; `other` is none that we read. */
export type DocumentKind = "text" | "mail" | "page" | "pdf" | "zip" | "other";

const looked = 4096;

/** Of files that hold text of another kind, or none: Word before 2007, rich text, pictures, packed files, programs. */
const others = [
  "d0cf11e0",
  "7b5c727466",
  "89504e47",
  "ffd8ff",
  "47494638",
  "1f8b08",
  "52617221",
  "377abcaf",
  "7f454c46",
];
const header = /^[A-Za-z][A-Za-z0-9-]{1,40}:/;
/** Headers that mail programs write, and nobody copies into a text. */
const technical =
  /^(?:received|message-id|mime-version|return-path|delivered-to|content-type|x-[\w-]{1,40}|dkim-signature):/i;
const tags = /<(?:html|head|body|meta|p|div|table|br|span|font|center|h[1-6]|ul|a)\b[^>]{0,500}>/gi;

/** The kind of a document by what is in it; its name decides only where a text could be either. */
export function kindOf(bytes: Uint8Array, name = ""): DocumentKind {
  const head = Buffer.from(bytes.subarray(0, looked));
  const hex = head.subarray(0, 8).toString("hex");
  if (others.some((mark) => hex.startsWith(mark))) return "other";
  if (hex.startsWith("504b0304")) return "zip";
  if (head.subarray(0, 1024).includes("%PDF-")) return "pdf";
  // UTF-16 as well: what is looked for is ASCII.
  const text = head
    .toString("latin1")
    .replace(/\0/g, "")
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "");
  if (isMail(text, name)) return "mail";
  return isPage(text, name) ? "page" : "text";
}

function isMail(text: string, name: string): boolean {
  const [first = "", ...rest] = text.trimStart().split(/\r\n?|\n/);
  const lines = /^From \S{1,320} /.test(first) ? rest : [first, ...rest];
  const end = lines.findIndex((line) => !header.test(line) && !/^[ \t]+\S/.test(line));
  const headers = (end < 0 ? lines : lines.slice(0, end)).filter((line) => header.test(line));
  if (headers.length === 0 || (end >= 0 && lines[end]?.trim() !== "")) return false;
  return headers.some((line) => technical.test(line)) || /\.(?:eml|mht|mhtml|mbox|msg)$/i.test(name);
}

function isPage(text: string, name: string): boolean {
  const start = text.replace(/<!--.{0,2000}?-->/gs, "").trimStart();
  if (/^(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype\s{1,20}html|html|head|body)\b/i.test(start)) return true;
  const found = text.match(tags)?.length ?? 0;
  return /\.x?html?$/i.test(name) ? found > 0 : start.startsWith("<") && found >= 3;
}
