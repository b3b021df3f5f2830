import { decode } from "@/lib/encodings/decode";
import { type Encoding, isEncoding } from "@/lib/encodings/schema";
import { detectReading } from "@/lib/imports/detect";
import { embassyLimits } from "./schema";

/** The bytes of a chosen file (base64) and how they were read, so that they can be read another way. */
export type UploadReading = { bytes: string; encoding: Encoding };

type Upload =
  | { text: string; reading: UploadReading | null; problem?: undefined }
  | { text?: undefined; problem: "empty" | "too-large" | "spreadsheet" | "binary" };

/** What a form sends: a file, what was pasted or mended, and of the file before it its bytes and both encodings. */
export type UploadForm = { file: File; pasted: string; bytes: string; encoding: string; before: string };

/**
 * The text of a file somebody chose, by the encoding that is most likely; the same file in another encoding, once they choose
 * one; else what they pasted.
 */
export async function readUpload({ file, pasted, bytes, encoding, before }: UploadForm): Promise<Upload> {
  // A browser ends the lines of what is typed with two signs (HTML §4.10.22.4), whatever they ended with in the file.
  const typed = pasted.replaceAll("\r\n", "\n").length;
  if (Math.max(file.size, typed, Buffer.byteLength(bytes, "base64")) > embassyLimits.file)
    return { problem: "too-large" };
  if (file.size > 0) return readNew(new Uint8Array(await file.arrayBuffer()));
  const chosen = isEncoding(encoding) ? encoding : null;
  if (bytes && chosen && chosen !== before) return readAs(Buffer.from(bytes, "base64"), chosen);
  if (!pasted.trim()) return { problem: "empty" };
  return { text: pasted, reading: bytes && chosen ? { bytes, encoding: chosen } : null };
}

function readNew(bytes: Uint8Array): Upload {
  const found = detectReading(bytes);
  if ("encoding" in found) return readAs(bytes, found.encoding);
  return { problem: found.fault === "spreadsheet" ? "spreadsheet" : "binary" };
}

function readAs(bytes: Uint8Array, encoding: Encoding): Upload {
  return { text: decode(bytes, encoding), reading: { bytes: Buffer.from(bytes).toString("base64"), encoding } };
}
