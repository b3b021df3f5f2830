import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { openExport } from "@/lib/reports/open-export";
import { exportColumns, exportSchema, separators } from "@/lib/reports/schema";
import { makeSignature, makeWorld } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { readFlatSheet, type SheetCell } from "./flat-sheet";

const folder = mkdtempSync(join(tmpdir(), "appeals-interop-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What people write, and what comes of it where it is not the same: a formula is disarmed. */
const written: [string, string?][] = [
  ["김철수"],
  ["한글 — “따옴표” ‘와’ 줄표"],
  ["زبيدة بنت جعفر، من بغداد؛ ١٢٣"],
  ["שלום, עולם"],
  ["👩‍🏫 🇰🇷 👍🏽"],
  ["e\u0301 becomes é", "é becomes é"],
  ['She said "no", then ""'],
  ['"'],
  ["a,b;c\td|e"],
  ["one\ntwo\n\nthree"],
  ["<b>&amp; ]]> ${x} %s \\n"],
  ["two  spaces, and three   of them"],
  ["non\u00a0breaking"],
  ["'already quoted"],
  ["=1+1", "'=1+1"],
  ["+4915112345678", "'+4915112345678"],
  ["-5", "'-5"],
  ["@SUM(A1:A9)", "'@SUM(A1:A9)"],
  ['=HYPERLINK("http://evil.example","click")', `'=HYPERLINK("http://evil.example","click")`],
  ["＝1+1", "'＝1+1"],
  ["007"],
  ["0049 30 123"],
  ["1e5"],
  ["1/2"],
  ["2026-01-02"],
  ["TRUE"],
  ["#REF!"],
  ["x".repeat(2000)],
];

const filter = "Text - txt - csv (StarCalc)";

// What its window of import asks for: separator, quote, UTF-8, from the first line on; then no formats, no language, quoted fields
// as text, dates as such. Without a window, LibreOffice does not look for the mark that says UTF-8.
const asIs = (separator: string) => `${filter}:${separator.codePointAt(0)},34,76,1`;
const asText = (separator: string) => `${asIs(separator)},,0,true,true`;

describe.each(Object.keys(separators) as (keyof typeof separators)[])("with %s", (separator) => {
  test("every character of a table of signatures is right in LibreOffice", async () => {
    const { sheet, ids } = await openInOffice(separator, asText(separators[separator]));
    const [head = [], ...rows] = sheet;
    const at = (name: string) => head.findIndex(({ text }) => text === name);
    expect(at("Own words")).toBeGreaterThan(0);
    expect(rows).toHaveLength(written.length);
    const told = Object.fromEntries(rows.map((cells) => [cells[at("Signature")]?.text, cells]));
    for (const [n, [typed, wanted = typed]] of written.entries()) {
      const cells = told[ids[n] ?? ""] ?? [];
      expect(cells[at("Own words")], typed).toEqual({ type: "string", text: wanted, formula: null });
      expect(cells[at("Name")]?.text, typed).toBe(wanted.replaceAll("\n", " "));
      expect(cells[at("Partner")], typed).toMatchObject({ type: "string", text: "007" });
      expect(cells[at("Signed (UTC)")], typed).toMatchObject({ type: "date" });
    }
  });
});

test("opened without quoted fields as text, no cell runs, and every text is right that is no number", async () => {
  const { sheet } = await openInOffice("comma", asIs(","));
  const cells: SheetCell[] = sheet.flat();
  expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
  const texts = new Set(cells.map(({ text }) => text));
  // A spreadsheet that is not told otherwise reads numbers and dates where it sees them: these are the ones that look like some.
  const numbers = /^(?:007|1e5|1\/2|2026-01-02|TRUE)$/;
  const missing = written.map(([typed, wanted = typed]) => wanted).filter((text) => !texts.has(text));
  expect(missing.filter((text) => !numbers.test(text))).toEqual([]);
});

/** Exports signatures with all that was written, and lets LibreOffice open the file. */
async function openInOffice(separator: keyof typeof separators, settings: string) {
  const world = await makeWorld();
  const ids: string[] = [];
  for (const [ownWords] of written) {
    const typed = { name: ownWords.replaceAll("\n", " "), ownWords };
    ids.push((await makeSignature(world, { typed })).id);
  }
  await db().signature.updateMany({ where: { campaignId: world.campaign.id }, data: { partner: "007" } });
  const columns = [...exportColumns.signatures.plain, ...exportColumns.signatures.personal];
  const choice = exportSchema.parse({ what: "signatures", columns, separator });
  const { chunks } = await openExport(await makeMember(world.organisation), world.campaign.id, choice);
  const pieces: Buffer[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  writeFileSync(join(folder, "table.csv"), Buffer.concat(pieces));
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const flags = [profile, "--headless", "--norestore", `--infilter=${settings}`, "--convert-to", "fods"];
  const files = ["--outdir", folder, join(folder, "table.csv")];
  execFileSync(process.env.SOFFICE ?? "soffice", [...flags, ...files], { stdio: "pipe" });
  return { ids, sheet: readFlatSheet(readFileSync(join(folder, "table.fods"), "utf8")) };
}
