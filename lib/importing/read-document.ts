import iconv from "iconv-lite";
import { detectEncoding } from "@/lib/imports/detect";
import { Refusal } from "@/lib/errors";
import type { ReadDocument } from "./lines";

const largest = 5 * 1024 * 1024;

/**
 * A document of any kind we read, as text.
 * @param encoding as a member says it is, instead of what is found
 * @throws Refusal `too-large`, `document-empty`, `document-unreadable`
 */
export async function readDocument(
  bytes: Uint8Array,
  { encoding }: { encoding?: string; name?: string } = {},
): Promise<ReadDocument> {
  if (bytes.length > largest) throw new Refusal("too-large");
  if (bytes.length === 0) throw new Refusal("document-empty");
  const found = detectEncoding(bytes);
  if ("fault" in found) throw new Refusal("document-unreadable");
  const used = encoding ?? found.encoding;
  const text = iconv.decode(Buffer.from(bytes), used).replace(/\r\n?/g, "\n");
  return { text, mediaType: "text/plain", encoding: used, others: [], headers: null };
}
