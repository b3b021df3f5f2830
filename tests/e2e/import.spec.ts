import { readFileSync } from "node:fs";
import { type Page } from "@playwright/test";
import iconv from "iconv-lite";
import { parseCsv } from "@/tests/parse-csv";
import { sendSignIn } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { owner } from "./world";

const t = deskWords();

const salutation = "국장님께";

/** A Korean list in which every tenth row names no country; `mark` tells its offices from those of another test. */
function list(rows: number, mark: string, greeting = salutation): Buffer {
  const lines = Array.from({ length: rows }, (_, row) =>
    [`${mark} ${row} 국장`, row % 10 === 7 ? "없는나라" : "대한민국", greeting, `${mark}-${row}@ministry.test`].join(
      ";",
    ),
  );
  return iconv.encode(["직위;국가;인사말;이메일", ...lines, ""].join("\r\n"), "euc-kr");
}

async function openUpload(page: Page): Promise<void> {
  await page.goto("/desk/recipients/import");
  await sendSignIn(page, owner);
  await expectTitle(page, t("import.title"));
}

async function upload(page: Page, buffer: Buffer): Promise<void> {
  await page.getByLabel(t("import.file")).setInputFiles({ name: "offices.csv", mimeType: "text/csv", buffer });
  await press(page, t("import.upload"));
  await expectTitle(page, "offices.csv");
}

async function undo(page: Page, left: { removed: number; restored: number; kept: number }): Promise<void> {
  await press(page, t("import.undo"));
  await expect(page.getByText(t("import.undoneText", left))).toBeVisible({ timeout: 30_000 });
}

async function readBadRows(page: Page): Promise<string[][]> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: t("import.download") }).click();
  return parseCsv(readFileSync(await (await downloading).path(), "utf8").slice(1), ";");
}

test("a list is read, looked at, imported, and its bad rows come back; then it is undone", async ({ page }) => {
  await openUpload(page);
  await expectAccessible(page, "choosing a file");
  await upload(page, list(300, "seen"));
  await expect(page.getByLabel(t("import.encoding"))).toHaveValue("euc-kr");
  await expect(page.getByLabel(t("import.separator"))).toHaveValue("semicolon");
  await expect(page.getByRole("cell", { name: "seen 0 국장" }).first()).toBeVisible();
  await expectAccessible(page, "a file that is looked at");
  await expectNoSideScroll(page, "a file that is looked at");

  await page.getByLabel(t("import.encoding")).selectOption("shift_jis");
  await press(page, t("import.readAgain"));
  await expect(page.getByRole("cell", { name: "seen 0 국장" })).toHaveCount(0);
  await page.getByLabel(t("import.encoding")).selectOption("euc-kr");
  await press(page, t("import.readAgain"));
  await expect(page.getByRole("cell", { name: "seen 0 국장" }).first()).toBeVisible();

  const [first] = await page.getByRole("combobox", { name: /직위/ }).all();
  await first?.selectOption("");
  await press(page, t("import.start", { total: 300 }));
  await expect(page.getByRole("link", { name: t("errors.columns.office") })).toBeVisible();
  await first?.selectOption("office");
  await press(page, t("import.start", { total: 300 }));
  await expect(page.getByRole("heading", { name: t("import.doneTitle") })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("definition").first()).toHaveText("270");
  await expectAccessible(page, "an import that is done");
  await expectNoSideScroll(page, "an import that is done");
  const rows = await readBadRows(page);
  expect(rows).toHaveLength(31);
  expect(rows[1]?.slice(0, 2)).toEqual(["seen 7 국장", "없는나라"]);

  // Another list writes over nine of them.
  const made = page.url();
  await page.goto("/desk/recipients/import");
  await upload(page, list(10, "seen", "존경하는 국장님께"));
  await page.getByRole("radio", { name: t("import.update") }).check();
  await press(page, t("import.start", { total: 10 }));
  await expect(page.getByRole("heading", { name: t("import.doneTitle") })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("definition")).toHaveText(["0", "9", "0", "1"]);
  const written = page.url();
  await page.getByRole("link", { name: "seen 0 국장" }).click();
  const greeting = page.getByRole("textbox", { name: t("recipient.texts.salutation") });
  await expect(greeting).toHaveValue("존경하는 국장님께");
  const office = page.url();
  await page.goto(written);
  await undo(page, { removed: 0, restored: 9, kept: 0 });
  await page.goto(office);
  await expect(greeting).toHaveValue(salutation);
  await page.goto(made);
  await undo(page, { removed: 270, restored: 0, kept: 0 });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the same is done by reloading", async ({ page }) => {
    await openUpload(page);
    await upload(page, list(20, "plain"));
    await page.getByLabel(t("import.group")).fill("Read without script");
    await press(page, t("import.preview"));
    await expect(page.getByText("Read without script").first()).toBeVisible();
    await press(page, t("import.start", { total: 20 }));
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("heading", { name: t("import.doneTitle") })).toBeVisible();
    }).toPass({ timeout: 30_000 });
    expect(await readBadRows(page)).toHaveLength(3);
  });
});
