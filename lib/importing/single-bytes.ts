import iconv from "iconv-lite";

/** The bytes of a text that was read with one sign for each. */
export function bytesOf(text: string): Uint8Array {
  const bytes = Buffer.alloc(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bytes[at] = code < 0x100 ? code : (high.get(code) ?? 0x3f);
  }
  return bytes;
}

/** Signs of windows-1252 that stand elsewhere in Unicode. */
const high = new Map(
  Array.from({ length: 32 }, (_, at) => 0x80 + at).map((byte) => [
    iconv.decode(Buffer.from([byte]), "windows-1252").charCodeAt(0),
    byte,
  ]),
);
