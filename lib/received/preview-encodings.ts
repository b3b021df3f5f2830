import { type Actor, requireAccess } from "@/lib/accounts/access";
import { decode } from "@/lib/encodings/decode";
import { type Encoding, encodings } from "@/lib/encodings/schema";
import { openOwn } from "./find-own";
import { openOriginalBytes } from "./sealed";

/** How the telling lines of an appeal look in an encoding; `broken`: some signs cannot be read in it. */
export type EncodingPreview = { encoding: Encoding; sample: string; broken: boolean };

const looked = 64 * 1024;
const linesShown = 2;
const longest = 120;

/**
 * How an open appeal would look in each encoding, by lines that differ from one to another: that it is read now, then the
 * likeliest, then all others. Nothing for what says itself how it is written.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that is not open
 */
export async function previewEncodings(actor: Actor, id: string): Promise<EncodingPreview[]> {
  await requireAccess(actor, "received.open");
  const { row, key, content } = await openOwn(actor, id);
  if (!row.encoding || !row.sealedBytes) return [];
  const bytes = openOriginalBytes(key, id, row.sealedBytes).subarray(0, looked);
  const first = [row.encoding, ...content.others];
  const place = (encoding: Encoding) => (first.includes(encoding) ? first.indexOf(encoding) : first.length);
  const telling = tellingLines(bytes);
  // Of plain ASCII every encoding makes the same.
  if (telling.length === 0) return [];
  return encodings
    .map((encoding) => {
      const sample = telling.map((line) => decode(line, encoding).trim().slice(0, longest)).join("\n");
      return { encoding, sample, broken: /\ufffd/.test(sample) };
    })
    .toSorted((one, other) => place(one.encoding) - place(other.encoding));
}

/** The first lines with a byte that is no ASCII. In UTF-16, whose line ends are two bytes, the beginning of all. */
function tellingLines(bytes: Buffer): Buffer[] {
  if (bytes.includes(0)) return [bytes.subarray(0, 2 * longest)];
  const lines: Buffer[] = [];
  for (let from = 0; from < bytes.length && lines.length < linesShown;) {
    const end = bytes.indexOf(0x0a, from);
    const line = bytes.subarray(from, end === -1 ? bytes.length : end);
    if (line.some((byte) => byte > 0x7f)) lines.push(around(line));
    from = end === -1 ? bytes.length : end + 1;
  }
  return lines;
}

/** Of a long line the part from a little before what differs. */
function around(line: Buffer): Buffer {
  const first = line.findIndex((byte) => byte > 0x7f);
  const space = line.lastIndexOf(0x20, Math.max(0, first - longest / 3));
  return line.length > 2 * longest ? line.subarray(Math.max(0, space), Math.max(0, space) + 4 * longest) : line;
}
