import { stringify } from "csv-stringify";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { readImportFile } from "./find-own";
import { problemColumn, problemTeller } from "./problem-words";
import { readHead, readRows } from "./read-file";
import { type ImportSettings, type RowProblem, separators } from "./schema";
import { isUploader } from "./uploader";

/**
 * The rows of a file that could not be imported, in their own columns and one more that says why; UTF-8 with its mark, so that
 * every spreadsheet reads it, and nothing in it that one would run. They hold contact data: who chose the file gets back what
 * was their own, anybody else needs the right to export.
 * @throws Refusal("no-access"), Refusal("not-found") also when there is no such row
 */
export async function openBadRows(
  actor: Actor,
  id: string,
): Promise<{ fileName: string; chunks: AsyncGenerator<Buffer, void, void> }> {
  await requireAccess(actor, "recipients.manage");
  const where = { id, organisationId: actor.organisationId, bad: { gt: 0 } };
  const found = validate(id) ? await db().recipientImport.findFirst({ where, select: { settings: true } }) : null;
  if (!found) throw new Refusal("not-found");
  if (!(await isUploader(actor, id))) await requireAccess(actor, "recipients.export");
  const bytes = await readImportFile(actor, id);
  const rows = await db().recipientImportRow.findMany({
    where: { importId: id, outcome: "bad" },
    select: { number: true, problems: true },
  });
  const problems = new Map(rows.map((row) => [row.number, row.problems as RowProblem[]]));
  return { fileName: "rows-to-mend.csv", chunks: written(bytes, found.settings as ImportSettings, problems) };
}

async function* written(
  bytes: Buffer,
  { reading }: ImportSettings,
  problems: Map<number, RowProblem[]>,
): AsyncGenerator<Buffer, void, void> {
  const out = stringify({
    bom: true,
    delimiter: separators[reading.separator],
    record_delimiter: "windows",
    quoted_string: true,
    escape_formulas: true,
  });
  const fed = pipeline(Readable.from(badRows(bytes, reading, problems)), out);
  // Told by the reading below, which fails with the same reason.
  fed.catch(() => undefined);
  yield* out as AsyncIterable<Buffer>;
}

async function* badRows(
  bytes: Buffer,
  reading: ImportSettings["reading"],
  problems: Map<number, RowProblem[]>,
): AsyncGenerator<string[], void, void> {
  const tell = problemTeller();
  const head = await readHead(bytes, reading);
  const width = head?.length ?? 0;
  if (head) yield [...head, problemColumn()];
  for await (const { number, cells } of readRows(bytes, reading)) {
    const wrong = problems.get(number);
    const empty = Array.from({ length: Math.max(0, width - cells.length) }, () => "");
    if (wrong)
      yield [
        ...cells,
        ...empty,
        wrong
          .map(tell)
          .map(({ field, text }) => `${field}: ${text}`)
          .join(" · "),
      ];
  }
}
