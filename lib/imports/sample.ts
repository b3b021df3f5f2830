import { detectHeader, guessColumns, guessLanguage } from "./guess-columns";
import { readRows, UnreadableFile, type FileRow } from "./read-file";
import { type Columns, importLimits, type Reading } from "./schema";

/** How many rows a file has, or why it cannot be read: a code of `desk.errors.list`. */
export type Extent = { total: number; fault: string | null };

/** The first rows of a file. @throws UnreadableFile */
export async function readSample(
  bytes: Uint8Array,
  reading: Reading,
  most: number = importLimits.sample,
): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  for await (const row of readRows(bytes, reading)) {
    rows.push(row);
    if (rows.length >= most) break;
  }
  return rows;
}

/** Reads all of a file once. */
export async function measure(bytes: Uint8Array, reading: Reading): Promise<Extent> {
  let total = 0;
  try {
    for await (const { number } of readRows(bytes, reading)) {
      total = number + 1;
      if (total > importLimits.rows) return { total, fault: "too-many-rows" };
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { total, fault: error.message };
    throw error;
  }
  return { total, fault: total === 0 ? "no-rows" : null };
}

/** Whether the first row is a head, as far as it can be told. */
export async function guessHeader(bytes: Uint8Array, reading: Reading): Promise<boolean> {
  const [first] = await sampleOrNone(bytes, { ...reading, header: false });
  return first !== undefined && detectHeader(first.cells);
}

/** What the columns of a file hold, and what is missing, as far as it can be told. */
export async function guessSettings(bytes: Uint8Array, reading: Reading): Promise<Columns> {
  const [head, ...more] = (await sampleOrNone(bytes, { ...reading, header: false })).map(({ cells }) => cells);
  const rows = reading.header ? more : [...(head ? [head] : []), ...more];
  const columns = guessColumns(reading.header ? (head ?? null) : null, rows);
  const language = guessLanguage(rows.map((row) => row[columns.indexOf("office")] ?? ""));
  return { columns, textLanguage: language, country: "", language, salutation: "", group: "", twins: "skip" };
}

async function sampleOrNone(bytes: Uint8Array, reading: Reading): Promise<FileRow[]> {
  try {
    return await readSample(bytes, reading);
  } catch (error) {
    if (error instanceof UnreadableFile) return [];
    throw error;
  }
}
