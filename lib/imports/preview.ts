import { type Actor, requireAccess } from "@/lib/accounts/access";
import { shownAddress } from "@/lib/recipients/address";
import { readImportFile } from "./find-own";
import { problemTeller, type ToldProblem } from "./problem-words";
import { readHead, UnreadableFile } from "./read-file";
import { readRow } from "./read-row";
import { readSample } from "./sample";
import { importLimits, type ImportSettings } from "./schema";

const linesShown = 8;

/** What a row would become. */
export type PreviewLine = {
  line: number;
  problems: ToldProblem[];
  office: {
    office: string;
    country: string;
    holder: string | null;
    addresses: { channel: string; value: string }[];
    tags: string[];
    groups: string[];
  } | null;
};

/** A file before it is imported: its first rows as they are read, and what they would become. */
export type ImportPreview = {
  head: string[] | null;
  rows: string[][];
  /** Whether a sign could not be read: the encoding is another. */
  unreadable: boolean;
  lines: PreviewLine[];
  /** How many rows were looked at, and how many of them cannot be imported. */
  looked: number;
  bad: number;
};

const none: ImportPreview = { head: null, rows: [], unreadable: false, lines: [], looked: 0, bad: 0 };

/**
 * Reads the beginning of a file as it is said to be read.
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function previewImport(
  actor: Actor,
  id: string,
  { reading, columns }: ImportSettings,
): Promise<ImportPreview> {
  await requireAccess(actor, "recipients.manage");
  const bytes = await readImportFile(actor, id);
  try {
    const [head, sample] = [await readHead(bytes, reading), await readSample(bytes, reading, importLimits.sample)];
    const tell = problemTeller();
    const lines = sample.map(({ line, cells }): PreviewLine => {
      const read = readRow(cells, columns);
      if (!read.office) return { line, problems: read.problems.map(tell), office: null };
      const { office, tags, groups } = read;
      const addresses = office.addresses.map((address) => ({ channel: address.channel, value: shownAddress(address) }));
      const title = office.texts[0]?.office ?? "";
      return {
        line,
        problems: [],
        office: { office: title, country: office.country, holder: office.holder.name, addresses, tags, groups },
      };
    });
    const rows = sample.slice(0, linesShown).map(({ cells }) => cells);
    const unreadable = [head ?? [], ...sample.map(({ cells }) => cells)].flat().some((cell) => cell.includes("\ufffd"));
    const bad = lines.filter(({ office }) => !office).length;
    return { head, rows, unreadable, lines: lines.slice(0, linesShown), looked: sample.length, bad };
  } catch (error) {
    if (error instanceof UnreadableFile) return none;
    throw error;
  }
}
