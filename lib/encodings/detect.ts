import { analyse } from "chardet";
import { decode } from "./decode";
import { plausibility } from "./plausibility";
import { type Encoding, encodings } from "./schema";

/** How bytes are most likely to be read, and how else they may be, the likeliest first. */
export type Detected = { encoding: Encoding; others: Encoding[] };

const looked = 256 * 1024;
const sampled = 4 * 1024;
const shown = 6;
/** Below this, a text is none. */
const lowest = -1;
/** Which part of a text may be control signs. */
const stray = 0.02;
/** Tab, line ends, form feed, and what shifts between alphabets. */
const blanks = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x1b];
/** What is tried, the commonest first, which also wins where two read alike. */
const order: Encoding[] = [
  ...(["windows-1252", "euc-kr", "gb18030"] as const),
  ...encodings.filter((name) => !["utf-16le", "utf-16be", "windows-1252", "euc-kr", "gb18030"].includes(name)),
];
/** How far the statistics of the library can outweigh ours: they are good on long texts and poor on short ones. */
const trust = 0.15;

/**
 * How bytes are to be read: by their mark, as UTF-8 if they can be that, by what they say themselves if they can be read so, else by
 * how often signs occur.
 * @param declared what a header or a page says
 * @returns null for bytes that are no text
 */
export function detectEncoding(bytes: Uint8Array, declared: Encoding | null = null): Detected | null {
  const head = Buffer.from(bytes.subarray(0, 2)).toString("hex");
  if (head === "fffe") return sure("utf-16le");
  if (head === "feff") return sure("utf-16be");
  const controls = controlsIn(bytes.subarray(0, looked));
  if (controls > 0) {
    const found = wide(bytes);
    if (found !== null || controls > bytes.length * stray) return found;
  }
  if (isAscii(bytes)) return sure("utf-8");
  const first: Encoding[] = [];
  if (isUtf8(bytes)) first.push("utf-8");
  else if (declared !== null && isReadable(bytes, declared)) first.push(declared);
  const [encoding = "windows-1252", ...others] = new Set([...first, ...rank(bytes)]);
  return { encoding, others: others.slice(0, shown) };
}

function sure(encoding: Encoding): Detected {
  return { encoding, others: [] };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

function isReadable(bytes: Uint8Array, encoding: Encoding): boolean {
  const text = decode(bytes.subarray(0, looked), encoding);
  // What is looked at may end within a sign.
  return !(bytes.length > looked ? text.slice(0, -4) : text).includes("\ufffd");
}

/** Signs that no text has, though one may stray into it. */
function controlsIn(part: Uint8Array): number {
  let count = 0;
  for (const byte of part) if (byte < 0x20 && !blanks.includes(byte)) count += 1;
  return count;
}

/** Without a mark, UTF-16 shows by blanks and Latin letters, of which one byte of two is nought. */
function wide(bytes: Uint8Array): Detected | null {
  const noughts: [number, number] = [0, 0];
  const part = bytes.subarray(0, looked);
  for (const [at, byte] of part.entries()) if (byte === 0) noughts[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = noughts;
  const least = part.length / 30;
  if (odd > least && even < odd / 20) return sure("utf-16le");
  return even > least && odd < even / 20 ? sure("utf-16be") : null;
}

/** Every encoding under which the bytes look like text, the likeliest first; of those that read them alike, one. */
function rank(bytes: Uint8Array): Encoding[] {
  const sample = sampleOf(bytes);
  const guesses = new Map(analyse(sample).map(({ name, confidence }) => [name.toLowerCase(), confidence / 100]));
  const texts = new Map<string, { encoding: Encoding; score: number }>();
  for (const encoding of order) {
    const text = decode(sample, encoding);
    const score = plausibility(text) + trust * (guesses.get(encoding) ?? 0);
    if (!texts.has(text)) texts.set(text, { encoding, score });
  }
  const ranked = [...texts.values()].toSorted((one, other) => other.score - one.score);
  return ranked.filter(({ score }) => score > lowest).map(({ encoding }) => encoding);
}

/** The first lines that are not all ASCII; a line never ends within a sign. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [];
  let size = 0;
  for (let at = 0; at < bytes.length && size < sampled;) {
    const end = bytes.indexOf(0x0a, at);
    const line = bytes.subarray(at, end < 0 ? bytes.length : end + 1).subarray(0, sampled);
    at += Math.max(1, end < 0 ? bytes.length : end + 1 - at);
    if (isAscii(line)) continue;
    kept.push(line);
    size += line.length;
  }
  return Buffer.concat(kept);
}
