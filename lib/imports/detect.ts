import { analyse } from "chardet";
import { parse } from "csv-parse/sync";
import { type Encoding, encodings, type Separator, separatorNames, separators } from "./schema";

const looked = 256 * 1024;

/** What a file that is no text looks like at its beginning, in hexadecimal. */
const others: [string, string][] = [
  ["504b0304", "spreadsheet"],
  ["d0cf11e0", "spreadsheet"],
  ["25504446", "binary"],
];

/**
 * How the bytes of a file are most likely to be read: by its mark, as UTF-8 if it can be that, else by how often letters occur.
 * @returns an encoding, or why the file is no text: `spreadsheet` or `binary`
 */
export function detectEncoding(bytes: Uint8Array): { encoding: Encoding } | { fault: string } {
  const head = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  const other = others.find(([mark]) => head.startsWith(mark));
  if (other) return { fault: other[1] };
  if (head.startsWith("fffe")) return { encoding: "utf-16le" };
  if (head.startsWith("feff")) return { encoding: "utf-16be" };
  if (isUtf8(bytes)) return bytes.includes(0) ? wideOrBinary(bytes) : { encoding: "utf-8" };
  if (bytes.subarray(0, looked).includes(0)) return wideOrBinary(bytes);
  return { encoding: guess(bytes) };
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

/** Without a mark, UTF-16 shows by separators and digits, of which one byte of two is nought. */
function wideOrBinary(bytes: Uint8Array): { encoding: Encoding } | { fault: string } {
  const noughts = [0, 0];
  for (const [at, byte] of bytes.subarray(0, looked).entries())
    if (byte === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = noughts;
  const least = Math.min(bytes.length, looked) / 100;
  if (odd > least && even < odd / 20) return { encoding: "utf-16le" };
  if (even > least && odd < even / 20) return { encoding: "utf-16be" };
  return { fault: "binary" };
}

function guess(bytes: Uint8Array): Encoding {
  for (const { name } of analyse(bytes.subarray(0, looked))) {
    const known = encodings.find((one) => one === name.toLowerCase());
    if (known) return known;
  }
  return "windows-1252";
}

/** The separator that cuts the first lines into the most columns, and all of them alike. */
export function detectSeparator(text: string): Separator {
  const scored = separatorNames.map((name) => ({ name, score: scoreOf(text, separators[name]) }));
  return scored.toSorted((one, other) => other.score - one.score)[0]?.name ?? "comma";
}

function scoreOf(text: string, delimiter: string): number {
  const rows = headRows(text, delimiter);
  const widths = rows.map(({ length }) => length);
  const most = Math.max(0, ...widths);
  const usual = widths.filter((width) => width === widths[0]).length;
  return most < 2 ? 0 : (usual / widths.length) * (widths[0] ?? 0);
}

/** The first rows of a text; of a quote that is never closed, nothing. */
function headRows(text: string, delimiter: string): string[][] {
  const options = { delimiter, to: 20, bom: true, relax_quotes: true, relax_column_count: true } as const;
  return parse(text, { ...options, skip_empty_lines: true, skip_records_with_error: true });
}
