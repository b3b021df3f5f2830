import { orRefusal, Refusal } from "@/lib/errors";
import { type CampaignKeys, getCampaignKeys } from "@/lib/privacy/campaign-key";
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

/** Makes the lines of an export out of its rows, as one text. */
export async function lineMaker(campaign: ExportedCampaign, { what, columns, separator }: ExportChoice) {
  const texts = what === "letters" ? await loadLetterTexts(campaign) : null;
  const said = columns.filter((column) => !isPersonal(column));
  const sealedAt = 1 + said.length;
  const cells = columns.map((column): Cell => {
    if (isPersonal(column)) return personalCell(column, texts, sealedAt);
    return saidCell(column, 1 + said.indexOf(column), texts);
  });
  const personal = said.length < columns.length;
  return async (rows: ExportRow[]): Promise<string> => {
    const keys = personal ? await findKeys(campaign.id) : null;
    let lines = "";
    for (const row of rows) {
      const typed = keys && openTyped(keys, row, sealedAt);
      lines += csvLine(
        cells.map((cell) => cell(row, typed)),
        separators[separator],
      );
    }
    return lines;
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

/** The keys, looked up anew for each piece so that they are not kept longer than they may; null once they are forgotten. */
async function findKeys(campaignId: string): Promise<CampaignKeys | null> {
  const keys = await orRefusal(getCampaignKeys(campaignId));
  return keys instanceof Refusal ? null : keys;
}

function openTyped({ data }: CampaignKeys, row: ExportRow, sealedAt: number): Typed | null {
  const [submissionId, sealed] = [row[sealedAt], row[sealedAt + 1]];
  if (!Buffer.isBuffer(sealed)) return null;
  return JSON.parse(unsealText(data, sealed, `submission:${String(submissionId)}`)) as Typed;
}
