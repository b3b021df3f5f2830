import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parseCsv } from "@/tests/parse-csv";
import { openCampaign, signIn } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { press, signAndConfirm, signAppeal, someone } from "./steps";
import { expectChange, readTallies } from "./tallies";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { owner, worlds } from "./world";

const t = deskWords();
const staying = someone({ name: "김철수 “Cheol-su”; Kim, Jr.", ownWords: '=HYPERLINK("http://evil.example")\nزبيدة' });
const leaving = someone();
const waiting = someone();

// One after the other: the last ones look at what the first one signed.
test.describe.configure({ mode: "serial" });

test("numbers of people lead to their list, which names nobody", async ({ page, sending }) => {
  for (const person of [staying, leaving]) await signAndConfirm(page, sending, person);
  await signAppeal(page, sending, waiting);
  await signIn(page, sending, owner);
  await openCampaign(page);
  const people = page.getByRole("region", { name: t("totals.people") });
  const confirmed = people.locator("dl > div").filter({ has: page.getByText(t("tallies.confirmed"), { exact: true }) });
  await confirmed.getByRole("link").click();
  await expect(page).toHaveURL(/\/signatures\?state=confirmed$/);
  const table = page.getByRole("table", { name: t("signatures.caption") });
  await expect(table.getByText(t("signatureStates.pending"), { exact: true })).toHaveCount(0);
  await filter(page, t("signatureStates.pending"));
  await expect(table.getByText(t("signatureStates.confirmed"), { exact: true })).toHaveCount(0);
  await filter(page, t("signatures.all"));
  await expect(table).toContainText(t("signatureStates.pending"));
  await expect(table).toContainText("France");
  for (const person of [staying, leaving, waiting]) {
    await expect(page.getByRole("main")).not.toContainText(person.name);
    await expect(page.getByRole("main")).not.toContainText(person.email);
  }
  await expectAccessible(page, "list of signatures");
  await expectNoSideScroll(page, "list of signatures");
});

test("an address finds its signature, which is opened, and taken out for a reason", async ({ page, sending }) => {
  const before = await readTallies(page, sending);
  await openSignatures(page);
  await search(page, "nobody@signers.test");
  await expect(page.getByText(t("signatures.nobody"))).toBeVisible();
  await expectAccessible(page, "search that found nobody");
  await search(page, leaving.email.toUpperCase());
  await expect(page).toHaveURL(/\/signatures\/[0-9a-f-]{36}$/);
  const main = page.getByRole("main");
  for (const shown of [leaving.name, leaving.email, leaving.ownWords.split("\n")[0] ?? ""]) {
    await expect(main).toContainText(shown);
  }
  const log = page.getByRole("table", { name: /^Log of the letter/ });
  await expect(async () => {
    await page.reload();
    await expect(log.first()).toContainText(t("letterStates.accepted"), { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await expectAccessible(page, "a signature");
  await expectNoSideScroll(page, "a signature");

  await page.getByText(t("stop.title"), { exact: true }).click();
  await press(page, t("stop.submit"));
  await expect(main.getByRole("alert").getByRole("link")).toHaveText([
    t("errors.stop.required"),
    t("errors.asked.required"),
    t("errors.sure.required"),
  ]);
  await expectAccessible(page, "taking out with faults");
  await expectNoSideScroll(page, "taking out with faults");
  await page.getByRole("radio", { name: t("stop.withdraw"), exact: true }).check();
  await page.getByLabel(t("stop.reason")).fill("asked by telephone on 3 May");
  await page.getByRole("checkbox", { name: t("stop.sure") }).check();
  await press(page, t("stop.submit"));
  await expect(main.getByText(t("signatureStates.withdrawn"), { exact: true })).toBeVisible();
  await expect(main.getByText(t("letterStates.cancelled"), { exact: true })).toBeVisible();
  await expectChange(page, sending, before, {
    signed: -1,
    confirmed: -1,
    withdrawn: 1,
    with_signer: -1,
    cancelled: 1,
  });
});

test("a letter of the overview leads to its signature", async ({ page }) => {
  await signInHere(page);
  const letters = page.getByRole("table", { name: t("letters.caption") });
  await letters.getByRole("row").nth(1).getByRole("link").click();
  await expect(page).toHaveURL(/\/signatures\/[0-9a-f-]{36}#letter-/);
  await expect(page.getByRole("heading", { name: t("signature.letters"), exact: true })).toBeVisible();
});

test("the table that is downloaded has what was ticked, and every character right", async ({ page }) => {
  await openSignatures(page);
  await page.getByRole("link", { name: t("signatures.export") }).click();
  await expect(page.getByRole("heading", { name: t("exports.title"), exact: true })).toBeVisible();
  await expectAccessible(page, "export");
  await expectNoSideScroll(page, "export");
  const [plainHead = [], ...plain] = await download(page);
  expect(plainHead).toContain("Country");
  expect(plainHead).not.toContain("Name");
  expect(plain.length).toBeGreaterThan(0);

  for (const column of ["name", "email", "ownWords"] as const) {
    await page.getByRole("checkbox", { name: t(`exports.heads.signatures.${column}`), exact: true }).check();
  }
  await page.getByRole("combobox", { name: t("exports.state") }).selectOption("");
  await page.getByRole("radio", { name: t("exports.semicolon"), exact: true }).check();
  const [head = [], ...rows] = await download(page, ";");
  const lines = rows.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ""])));
  expect(lines.find((line) => line["E-mail"] === staying.email)).toMatchObject({
    Name: staying.name,
    State: "confirmed",
    "Own words": `'${staying.ownWords}`,
    "Name may be public": "no",
  });
  const told = JSON.stringify(lines);
  for (const person of [leaving, waiting]) expect(told).not.toContain(person.email);
  expect(lines.map(({ State }) => State)).toEqual(expect.arrayContaining(["pending", "withdrawn"]));
});

test("without any column there is no table, and the form says so", async ({ page }) => {
  await openSignatures(page);
  await page.getByRole("link", { name: t("signatures.export") }).click();
  await page
    .getByRole("navigation", { name: t("exports.what") })
    .getByRole("link", { name: t("exports.letters") })
    .click();
  await expect(page.getByRole("checkbox", { name: t("exports.heads.letters.text"), exact: true })).not.toBeChecked();
  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  await press(page, t("exports.submit"));
  await expect(page.getByRole("main").getByRole("alert")).toHaveText(t("exports.noColumns"));
  await expectAccessible(page, "export with a fault");
});

async function signInHere(page: Page): Promise<void> {
  await signIn(page, worlds().sending, owner);
  await openCampaign(page);
}

async function openSignatures(page: Page): Promise<void> {
  await signInHere(page);
  await page
    .getByRole("navigation", { name: t("campaignTabs.label") })
    .getByRole("link", { name: t("campaignTabs.signatures") })
    .click();
  await expect(page.getByRole("navigation", { name: t("signatures.filter") })).toBeVisible();
}

async function filter(page: Page, name: string): Promise<void> {
  const links = page.getByRole("navigation", { name: t("signatures.filter") });
  const link = links.getByRole("link", { name: new RegExp(`^${name} [\\d,]+$`) });
  await link.click();
  await expect(link).toHaveAttribute("aria-current", "true");
}

async function search(page: Page, email: string): Promise<void> {
  await page.getByLabel(t("signatures.search")).fill(email);
  await press(page, t("signatures.searchSubmit"));
}

/** Presses the button and reads what came, as a spreadsheet would. */
async function download(page: Page, separator = ","): Promise<string[][]> {
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, t("exports.submit"))]);
  expect(file.suggestedFilename()).toMatch(/^do-not-send-him-back-signatures-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), "utf8");
  expect(text.startsWith("\ufeff")).toBe(true);
  return parseCsv(text.slice(1), separator);
}
