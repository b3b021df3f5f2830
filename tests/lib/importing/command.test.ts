import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { draftSchema } from "@/lib/importing/schema";
import { simplePdf } from "@/tests/simple-pdf";
import { zipFile } from "@/tests/zip-file";

const folder = mkdtempSync(join(tmpdir(), "appeals-desk-import-"));
afterAll(() => rmSync(folder, { recursive: true }));

function importFile(name: string, bytes: string | Uint8Array | null, ...more: string[]) {
  if (bytes !== null) writeFileSync(join(folder, name), bytes);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/import.mjs", join(folder, name), ...more], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const appeal =
  "Please fax Ambassador Wen Bo at (82) 2/555-0177.\n\nYour Excellency,\n\nI ask you to act.\n\nSincerely,\n";

test("npm run import prints the draft alone, and ends well", () => {
  const { status, stdout, stderr } = importFile("appeal.txt", appeal);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(draftSchema.parse(JSON.parse(stdout)).recipients[0]?.addresses[0]?.value).toBe("+8225550177");
}, 30_000);

test("an encoding may be named", () => {
  const bytes = Buffer.concat([Buffer.from("Dear S"), Buffer.from([0xf8]), Buffer.from("ren,\nplease act.")]);
  const { stdout } = importFile("appeal.txt", bytes, "--encoding", "iso-8859-2");
  expect(stdout).toContain("Dear Sřren,");
}, 30_000);

const bomb = zipFile([{ name: "word/document.xml", text: Buffer.alloc(50_000_000, " ") }]);

test.each<[string, string | Uint8Array | null, RegExp]>([
  ["large.txt", "appeal ".repeat(800_000), /five megabytes at most/],
  ["bomb.docx", bomb, /too much in this file/],
  ["cells.html", `<table><tr>${"<td>a".repeat(600_000)}`, /too much in this file/],
  ["quotes.html", `${'<blockquote type="cite">'.repeat(1500)}${"a<br>".repeat(400_000)}`, /too much in this file/],
  ["scanned.pdf", simplePdf([[]]), /pictures of pages and no text/],
  ["empty.txt", "", /no text in this file/],
  ["binary.txt", Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 31) % 256)), /This is no text/],
  ["missing.txt", null, /no such file/],
])(
  "%s: one clear line, and exit code 1",
  (name, bytes, line) => {
    const { status, stdout, stderr } = importFile(name, bytes);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(line);
  },
  30_000,
);
