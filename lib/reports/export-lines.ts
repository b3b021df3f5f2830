import type { CampaignKeys } from "@/lib/privacy/campaign-key";
import { unsealText } from "@/lib/privacy/sealing";
import type { Typed } from "@/lib/signatures/schema";
import { csvLine, textCell } from "./csv";
import type { ExportRow } from "./export.sql";
import { asSigned } from "./as-signed";
import { type LetterTexts, loadLetterTexts } from "./letter-texts";
import { type ExportChoice, type ExportColumn, isPersonal, separators } from "./schema";

export type ExportedCampaign = { id: string; organisationId: string; defaultLanguage: string };

/** Times and numbers: cells a spreadsheet may read as such. */
const bare: readonly ExportColumn[] = ["createdAt", "confirmedAt", "stateAt", "doubledAt", "attempts", "code"];

/** What a cell is made of: its row, and what its signer typed, if that may be told. */
type Cell = (row: ExportRow, typed: Typed | null) => string;

export type MakeLine = (row: ExportRow, keys: CampaignKeys | null) => string;

/**
 * Makes a line of an export out of its row.
 * @returns a function of a row and the campaign's keys, null where nothing personal is asked for or they are forgotten
 */
export async function lineMaker(
  campaign: ExportedCampaign,
  { what, columns, separator }: ExportChoice,
): Promise<MakeLine> {
  const texts = what === "letters" ? await loadLetterTexts(campaign) : null;
  const said = columns.filter((column) => !isPersonal(column));
  const sealedAt = 1 + said.length;
  const cells = columns.map((column): Cell => {
    if (isPersonal(column)) return personalCell(column, texts, sealedAt);
    return saidCell(column, 1 + said.indexOf(column), texts);
  });
  return (row, keys) => {
    const typed = keys && openTyped(keys, row, sealedAt);
    return csvLine(
      cells.map((cell) => cell(row, typed)),
      separators[separator],
    );
  };
}

function saidCell(column: ExportColumn, at: number, texts: LetterTexts | null): Cell {
  if (column === "recipient" && texts) return (row) => textCell(texts.nameOf(String(row[at])));
  if (bare.includes(column)) return (row) => String(row[at] ?? "");
  return (row) => textCell(String(row[at] ?? ""));
}

function personalCell(column: ExportColumn, texts: LetterTexts | null, sealedAt: number): Cell {
  if (column === "text" && texts) {
    return (row, typed) => textCell(typed ? texts.letterOf(row.slice(sealedAt + 2) as string[], typed) : "");
  }
  return (_row, typed) => textCell(asSigned(typed?.[column as keyof Typed]));
}

function openTyped({ data }: CampaignKeys, row: ExportRow, sealedAt: number): Typed | null {
  const [submissionId, sealed] = [row[sealedAt], row[sealedAt + 1]];
  if (!Buffer.isBuffer(sealed)) return null;
  return JSON.parse(unsealText(data, sealed, `submission:${String(submissionId)}`)) as Typed;
}
