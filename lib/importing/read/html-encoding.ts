import { findEncoding } from "@/lib/encodings/find-label";
import type { Encoding } from "@/lib/encodings/schema";

const looked = 4096;

/** The encoding a page names in its head, or null. */
export function encodingOfPage(bytes: Uint8Array): Encoding | null {
  const head = Buffer.from(bytes.subarray(0, looked)).toString("latin1");
  const label = /<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s{0,4}=\s{0,4}["']?([\w.:-]{2,40})/i.exec(head)?.[1];
  return label === undefined ? null : findEncoding(label);
}
