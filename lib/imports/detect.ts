import { parse } from "csv-parse/sync";
import { detectEncoding } from "@/lib/encodings/detect";
import type { Encoding } from "@/lib/encodings/schema";
import { type Separator, separatorNames, separators } from "./schema";

/** What a file that is no text looks like at its beginning, in hexadecimal. */
const others: [string, string][] = [
  ["504b0304", "spreadsheet"],
  ["d0cf11e0", "spreadsheet"],
  ["25504446", "binary"],
];

/**
 * How the bytes of a list are most likely to be read.
 * @returns an encoding, or why the file is no text: `spreadsheet` or `binary`
 */
export function detectReading(bytes: Uint8Array): { encoding: Encoding } | { fault: string } {
  const head = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  const other = others.find(([mark]) => head.startsWith(mark));
  if (other) return { fault: other[1] };
  return detectEncoding(bytes) ?? { fault: "binary" };
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
