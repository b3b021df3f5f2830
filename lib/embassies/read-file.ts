import { CsvError, parse } from "csv-parse/sync";
import { type EmbassyInput, embassyLimits, embassySchema, fileColumns } from "./schema";

/** What is wrong with a line: `line` counts from 1, the head of the file included; `code` is a key of `desk.errors`. */
export type FileProblem = { line: number; field: string; code: string };

export type FileRow = { line: number; sample: boolean; input: EmbassyInput };

/** A file of embassies as it was understood. */
export type EmbassyFile = { rows: FileRow[]; problems: FileProblem[] };

const needed = [fileColumns.represents, fileColumns.host, fileColumns.office, fileColumns.salutation];

type Line = Record<string, string>;

/** Reads CSV (RFC 4180, or with semicolons) line by line; what is wrong is told by line, and nothing is left out silently. */
export function readEmbassyFile(text: string): EmbassyFile {
  const parsed = parseLines(text);
  if ("problem" in parsed) return { rows: [], problems: [parsed.problem] };
  const { head, lines } = parsed;
  const missing = needed.filter((column) => !head.includes(column));
  if (missing.length > 0) return fault(1, "csv", `columns-missing:${missing.join(", ")}`);
  if (lines.length === 0) return fault(1, "csv", "no-rows");
  if (lines.length > embassyLimits.rows) return fault(1, "csv", "too-many-rows");
  const file: EmbassyFile = { rows: [], problems: [] };
  for (const { line, cells } of lines) readLine(file, line, cells);
  return { ...file, problems: [...file.problems, ...repeated(file.rows)] };
}

function parseLines(
  text: string,
): { head: string[]; lines: { line: number; cells: Line }[] } | { problem: FileProblem } {
  const [first = ""] = text.split(/\r?\n/, 1);
  const delimiter = first.split(";").length > first.split(",").length ? ";" : ",";
  let head: string[] = [];
  const columns = (names: string[]) => (head = names.map((name) => name.trim().toLowerCase()));
  try {
    const options = { bom: true, columns, delimiter, info: true, skip_empty_lines: true } as const;
    const records = parse(text, options) as unknown as { record: Line; info: { lines: number } }[];
    return { head, lines: records.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { problem: { line: Number(error.lines ?? 1), field: "csv", code: "not-csv" } };
  }
}

function readLine(file: EmbassyFile, line: number, cells: Line): void {
  const form = Object.fromEntries(
    Object.entries(fileColumns).flatMap(([field, column]) => {
      const cell = uncover(cells[column] ?? "");
      return field === "language" && cell === "" ? [] : [[field, cell]];
    }),
  );
  if (Object.values(cells).some((cell) => cell.includes("\ufffd"))) {
    file.problems.push({ line, field: "csv", code: "unreadable" });
    return;
  }
  const result = embassySchema.safeParse(form);
  if (result.success) {
    file.rows.push({ line, sample: (cells[fileColumns.sample] ?? "").trim() !== "", input: result.data });
    return;
  }
  for (const { path, message } of result.error.issues) {
    file.problems.push({ line, field: String(path[0]), code: message });
  }
}

/** Takes back the apostrophe that our own files put before what a spreadsheet would run. */
function uncover(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

function repeated(rows: FileRow[]): FileProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, input }) => {
    const key = `${input.represents} ${input.host}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, line);
    return known === undefined ? [] : [{ line, field: "host", code: `same-as-line:${known}` }];
  });
}

function fault(line: number, field: string, code: string): EmbassyFile {
  return { rows: [], problems: [{ line, field, code }] };
}
