import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import iconv from "iconv-lite";
import { CsvError, parse } from "csv-parse";
import { importLimits, type Reading, separators } from "./schema";

/** A row of a file: its place among the rows, the line it begins in, both without the head, and its cells. */
export type FileRow = { number: number; line: number; cells: string[] };

/** Why a file cannot be read that way: a code of `desk.errors.list`, with the line after a colon. */
export class UnreadableFile extends Error {}

const piece = 64 * 1024;
const longest = 256 * 1024;

/**
 * The rows of a file, made as fast as they are taken. Nothing in it is ever run: a formula is a text like any other.
 * @throws UnreadableFile
 */
export async function* readRows(bytes: Uint8Array, reading: Reading): AsyncGenerator<FileRow, void, void> {
  let number = reading.header ? -1 : 0;
  for await (const { record, info } of records(bytes, reading)) {
    const cells = record.slice(0, importLimits.columns);
    const within = cells.reduce((lines, cell) => lines + (cell.match(/\r\n?|\n/g)?.length ?? 0), 0);
    if (number >= 0) yield { number, line: info.lines - within, cells };
    number += 1;
  }
}

/** The cells of the head, or null where there is none. @throws UnreadableFile */
export async function readHead(bytes: Uint8Array, reading: Reading): Promise<string[] | null> {
  if (!reading.header) return null;
  for await (const { record } of records(bytes, reading)) return record.slice(0, importLimits.columns);
  return null;
}

async function* records(bytes: Uint8Array, { encoding, separator }: Reading) {
  const parser = parse({
    delimiter: separators[separator],
    bom: true,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longest,
  });
  const fed = pipeline(Readable.from(decoded(bytes, encoding)), parser);
  // Told by the reading below, which fails with the same reason.
  fed.catch(() => undefined);
  try {
    yield* parser as AsyncIterable<{ record: string[]; info: { lines: number } }>;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const code = error.code === "CSV_QUOTE_NOT_CLOSED" ? "quote-open" : "row-too-long";
    throw new UnreadableFile(`${code}:${Number(error.lines ?? 1)}`);
  }
}

/** A text piece by piece. What an encoding has no sign for becomes U+FFFD. */
function* decoded(bytes: Uint8Array, encoding: string): Generator<string, void, void> {
  const decoder = iconv.getDecoder(encoding);
  for (let at = 0; at < bytes.length; at += piece) {
    yield decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(piece, bytes.length - at)));
  }
  yield decoder.end() ?? "";
}
