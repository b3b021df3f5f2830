import { createTranslator } from "use-intl/core";
import { NIL } from "uuid";
import { orRefusal, Refusal } from "@/lib/errors";
import { statesOf as lettersIn } from "@/lib/letters/queries";
import { loadMessages } from "@/lib/messages";
import { type CampaignKeys, getCampaignKeys } from "@/lib/privacy/campaign-key";
import { statesOf as signaturesIn } from "@/lib/signatures/desk-queries";
import { byteOrderMark, csvLine, textCell } from "./csv";
import { type ExportedCampaign, lineMaker, type MakeLine } from "./export-lines";
import { exportStatement, readExportPage } from "./export.sql";
import { textBytes } from "./text-bytes";
import { type ExportChoice, isPersonal, separators } from "./schema";

// Two pages are in memory at a time. Measured with 300,000 rows: with pages of 2,000 the process takes 264 MB and is no faster
// than with 500, which take 192.
const rowsAPage = 500;

/** The bytes of an export: its head, then piece after piece, made when they are asked for. */
export async function* exportChunks(
  campaign: ExportedCampaign,
  choice: ExportChoice,
): AsyncGenerator<Buffer, void, void> {
  yield Buffer.from(byteOrderMark + headLine(choice));
  const read = pageReader(campaign, choice, await lineMaker(campaign, choice));
  // The next page is on its way while this one is taken, and no more than that.
  let coming = read(NIL);
  try {
    for (;;) {
      const { pieces, last } = await coming;
      coming = last ? read(last) : coming;
      yield* pieces;
      if (!last) return;
    }
  } finally {
    // Who stops reading leaves a page that nobody waits for: it is let in, and its failure concerns nobody.
    await Promise.allSettled([coming]);
  }
}

function headLine({ what, columns, separator }: ExportChoice): string {
  const t = createTranslator({ locale: "en", messages: loadMessages("en"), namespace: "desk.exports" });
  const words = columns.map((column) => textCell(t(`heads.${what}.${column}` as "heads.signatures.id")));
  return csvLine(words, separators[separator]);
}

/** `last`: the id after which the next page begins, or null when there is none. */
type Page = { pieces: Buffer[]; last: string | null };

function pageReader(campaign: ExportedCampaign, choice: ExportChoice, makeLine: MakeLine) {
  const personal = choice.columns.some(isPersonal);
  const statement = exportStatement(choice.what, choice.columns, personal);
  const { id: campaignId, organisationId } = campaign;
  const query = { organisationId, campaignId, states: statesOf(choice), limit: rowsAPage };
  return async (after: string): Promise<Page> => {
    const keys = personal ? await findKeys(campaignId) : null;
    const bytes = textBytes();
    let [rows, last] = [0, after];
    await readExportPage(statement, { ...query, after }, (row) => {
      bytes.add(makeLine(row, keys));
      rows += 1;
      last = row[0];
    });
    return { pieces: bytes.end(), last: rows === rowsAPage ? last : null };
  };
}

/** The keys, asked for anew by each page so that they are not kept longer than they may; null once they are forgotten. */
async function findKeys(campaignId: string): Promise<CampaignKeys | null> {
  const keys = await orRefusal(getCampaignKeys(campaignId));
  return keys instanceof Refusal ? null : keys;
}

function statesOf(choice: ExportChoice) {
  if (!choice.state) return null;
  return choice.what === "signatures" ? signaturesIn(choice.state) : lettersIn(choice.state);
}
