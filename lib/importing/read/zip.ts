import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { decode } from "@/lib/encodings/decode";
import { detectEncoding } from "@/lib/encodings/detect";
import { Refusal } from "@/lib/errors";
import { readingLimits } from "@/lib/importing/limits";

const small = 1024 * 1024;

/**
 * Texts out of a zip file by their names. What an entry says of its size is checked before it is unpacked and while it is.
 * @throws Refusal `document-unreadable` for a damaged one, `document-too-large` for one that unpacks to too much
 */
export async function readEntries(bytes: Uint8Array, names: readonly string[]): Promise<Map<string, string>> {
  const zip = await opened(bytes);
  if (zip.entryCount > readingLimits.entries) throw new Refusal("document-too-long");
  const texts = new Map<string, string>();
  try {
    for await (const entry of zip.eachEntry()) {
      refuseBomb(entry);
      if (names.includes(entry.fileName)) texts.set(entry.fileName, await unpacked(zip, entry));
    }
  } catch (error) {
    throw asRefusal(error);
  }
  return texts;
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { lazyEntries: true });
  } catch (error) {
    throw asRefusal(error);
  }
}

function refuseBomb({ uncompressedSize, compressedSize }: Entry): void {
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  const bomb = uncompressedSize > readingLimits.unpacked || (uncompressedSize > small && ratio > readingLimits.ratio);
  if (bomb) throw new Refusal("document-too-long");
}

async function unpacked(zip: ZipFile, entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const piece = Buffer.from(chunk as Buffer);
    size += piece.length;
    if (size > readingLimits.unpacked) throw new Refusal("document-too-long");
    chunks.push(piece);
  }
  const all = Buffer.concat(chunks);
  return decode(all, detectEncoding(all)?.encoding ?? "utf-8");
}

/** What a zip library throws is about the file, never about us. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal("document-unreadable", error instanceof Error ? error.message : undefined);
}
