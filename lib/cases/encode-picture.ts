import sharp from "sharp";
import { uploadLimit } from "./schema";

const pixelLimit = 50_000_000;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A picture as it is served: JPEG (ITU-T T.81), upright, in sRGB, with nothing of the file it came from but what is seen. `small` is
 * the same for phones, WebP (RFC 9649) of at most 640 pixels in width.
 */
export type EncodedPicture = {
  bytes: Bytes;
  mediaType: "image/jpeg";
  width: number;
  height: number;
  small: Bytes;
};

// What a phone shows at two pixels for one. At this size and quality a photograph is about 25 kB.
const smallSize = { width: 640, height: 1200 };

/** Why a file cannot become a picture; a key of `desk.errors.file`. */
export class UnusablePicture extends Error {
  constructor(readonly code: "required" | "too-large" | "not-a-picture" | "too-many-pixels") {
    super(code);
  }
}

/**
 * Encodes an uploaded JPEG, PNG, WebP or AVIF anew. Turned upright by its EXIF first; then EXIF (and with it the place it
 * was taken), XMP, IPTC, colour profile and thumbnails stay behind.
 * @returns at most 1600 px wide and 2400 px high, and small
 * @throws UnusablePicture
 */
export async function encodePicture(file: Uint8Array): Promise<EncodedPicture> {
  if (file.length === 0) throw new UnusablePicture("required");
  if (file.length > uploadLimit) throw new UnusablePicture("too-large");
  // Known by its first bytes: nothing else is given to a decoder, whatever it is called.
  if (!signatures.some((fits) => fits(Buffer.from(file.subarray(0, 32))))) throw new UnusablePicture("not-a-picture");
  const { width, height } = await read(() => sharp(file, { limitInputPixels: false }).metadata());
  if (width * height > pixelLimit) throw new UnusablePicture("too-many-pixels");
  const drawn = (size: { width: number; height: number }) =>
    sharp(file, { limitInputPixels: pixelLimit, failOn: "error" })
      .autoOrient()
      .resize({ ...size, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb");
  const large = drawn({ width: 1600, height: 2400 }).jpeg({ quality: 78, mozjpeg: true, progressive: true });
  const small = drawn(smallSize).webp({ quality: 60, effort: 6 });
  const { data, info } = await read(() => large.toBuffer({ resolveWithObject: true }));
  return {
    bytes: new Uint8Array(data),
    mediaType: "image/jpeg",
    width: info.width,
    height: info.height,
    small: new Uint8Array(await read(() => small.toBuffer())),
  };
}

const signatures: ((head: Buffer) => boolean)[] = [
  (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  (head) => head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  (head) => head.toString("latin1", 0, 4) === "RIFF" && head.toString("latin1", 8, 12) === "WEBP",
  (head) => /^ftyp(?:avif|avis|mif1|miaf)/.test(head.toString("latin1", 4, 12)),
];

/** What a decoder complains of is always the file: it has no other input. */
async function read<Result>(decode: () => Promise<Result>): Promise<Result> {
  try {
    return await decode();
  } catch (cause) {
    throw Object.assign(new UnusablePicture("not-a-picture"), { cause });
  }
}
