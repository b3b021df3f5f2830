import iconv from "iconv-lite";
import type { Encoding } from "./schema";

/** The text of bytes, without a byte order mark; a sign that cannot be read becomes U+FFFD. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding);
}
