import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { simplePdf } from "@/tests/simple-pdf";
import { zipFile } from "@/tests/zip-file";
import { enter, signIn, tabTo, typeInto } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectSaved, expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { owner } from "./world";

const t = deskWords();

/** A made-up appeal as it comes out of a mailing list: quoted, wrapped, with a broken sign, a lost one, and markup in it. */
const appeal = `> From: Oriel Tamsin <oriel@forwarding.test>
> To: friends of the harbour
> Subject: Fwd: URGENT ACTION HW 17/2031

Dear friends, please pass this on to whoever may help.

HARBOUR WATCH
URGENT ACTION HW 17/2031
Issued: 3 November 2026

HUNGARY: SCHOOL TEACHER TAKEN FROM HIS CLASSROOM

A teacher of thirty years was taken from his school in the harbour town
on 2 November 2026. Nobody has told his family¡¯s lawyer where he is.
<script>alert(1)</script><b>They</b> say nothing. <img src=x onerror=alert(1)>
The owner of the caf?teria saw **two men** in a grey car.

Please send letters before 30 June 2099.

Dear Minister,

I write because of the teacher who was taken from his school on 2
November 2026. I ask that his family is told where he is.

I ask that a doctor sees him at once, and that he goes home.

Yours sincerely,

APPEALS TO:
Mr Imre Vadas
Minister of the Interior
Ministry of the Interior, 1 Harbour Square, 1055 Budapest, Hungary
Fax: +36 1 555 0199
E-mail: minister@interior.test
Salutation: Dear Minister
`;

const megabyte = 1024 * 1024;
/** Files that no appeal can be read from, and what a member is told of each. */
const unreadable = [
  { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("  \n"), error: "document-empty" },
  {
    name: "long.txt",
    mimeType: "text/plain",
    buffer: Buffer.alloc(5 * megabyte, "appeal\n"),
    error: "document-too-long",
  },
  { name: "large.txt", mimeType: "text/plain", buffer: Buffer.alloc(5 * megabyte + 1, "appeal\n"), error: "too-large" },
  {
    name: "bomb.docx",
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    buffer: zipFile([{ name: "word/document.xml", text: Buffer.alloc(50 * megabyte, "<w:t>appeal</w:t>") }]),
    error: "document-too-long",
  },
  { name: "pictures.pdf", mimeType: "application/pdf", buffer: simplePdf([[]]), error: "document-no-text" },
  {
    name: "program.bin",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 197 + (n >> 3)) % 256)),
    error: "document-unreadable",
  },
] as const;

const text = (page: Page) => page.getByLabel(t("importing.text"), { exact: true });
const label = (name: "request" | "summary" | "background" | "title") => t(`importing.labels.${name}`);

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state);
  await expectNoSideScroll(page, state);
}

/** From the list of campaigns to the draft of a pasted appeal. */
async function paste(page: Page, what: string): Promise<void> {
  await page
    .getByRole("link", { name: t("importing.title"), exact: true })
    .first()
    .click();
  await expectTitle(page, t("importing.title"));
  await text(page).fill(what);
  await press(page, t("importing.read"));
  await expectTitle(page, t("importing.draft"));
}

/** The tick that the appeal names nobody who is at risk. */
const nobody = (page: Page) => page.getByRole("checkbox", { name: t("importing.warnings.no-person") });

/** Says of everybody who was found that they are nobody at risk. */
async function decidePersons(page: Page): Promise<void> {
  for (const choice of await page.locator("select[name$=-fate]").all()) await choice.selectOption("no");
  await nobody(page).check();
}

test("an appeal is pasted, two fields are corrected, and it is published within three minutes", async ({
  page,
  sending,
}) => {
  test.setTimeout(180_000);
  await signIn(page, sending, owner);
  const began = Date.now();
  await paste(page, appeal);
  await expect(page.getByLabel(label("title"), { exact: true })).toHaveValue(/TEACHER TAKEN/);
  await expect(page.locator("#recipient-r1-office")).toHaveValue("Minister of the Interior");
  await expect(page.locator("#body")).toHaveValue(/^I write because of the teacher[^]*goes home\.$/);
  await page.getByLabel(label("request"), { exact: true }).fill("Say where the teacher is");
  await page.getByLabel(label("summary"), { exact: true }).fill("A teacher was taken from his classroom.");
  await chooseLines(page, 13, 16, "background");
  await expect(page.locator("#background")).toBeFocused();
  await expect(page.locator("#background")).toHaveValue(/^A teacher of thirty years[^]*family’s lawyer[^]*grey car\.$/);
  await decidePersons(page);
  const body = page.locator("#body");
  await body.fill(`${await body.inputValue()}\n[Your name]`);
  await press(page, t("importing.placeholder.takeOutLabel", { text: "[Your name]" }));
  await expect(body).toHaveValue(/goes home\.$/);
  await press(page, t("importing.make"));
  await expect(page).toHaveURL(/\/campaigns\/[\w-]+\/page$/);
  const campaign = page.url().replace(/\/page$/, "");

  await page.goto(`${campaign}/settings`);
  await expect(page.locator("#distribution-web")).not.toBeChecked();
  await page.locator("#distribution-web").check();
  await page.getByLabel(t("campaignSettings.permittedBy")).fill("Harbour Watch");
  await page.getByLabel(t("campaignSettings.permittedOn")).fill("2026-11-04");
  await press(page, t("campaignSettings.submit"));
  await expectSaved(page);
  await page.goto(`${campaign}/publish`);
  await press(page, t("publishing.submitCampaign"));
  await expect(page).toHaveURL(campaign);
  expect(Date.now() - began, "milliseconds from paste to publishing").toBeLessThan(180_000);

  const address = await page.locator('main a[href*="/appeals/"]').first().getAttribute("href");
  await page.goto(address ?? "");
  await expect(page.getByText("Say where the teacher is").first()).toBeVisible();
  await expect(page.getByText("HARBOUR WATCH", { exact: false }).first()).toBeVisible();
  // No sign of the pasted text is markup.
  expect(await page.locator("img[src=x], script:text('alert(1)'), main .prose b, main .prose strong").count()).toBe(0);
  await expect(page.getByText("**two men**").first()).toBeAttached();
});

async function chooseLines(page: Page, from: number, to: number, as: string): Promise<void> {
  await page.getByRole("button", { name: t("importing.line", { n: from }), exact: true }).click();
  await page.getByRole("button", { name: t("importing.line", { n: to }), exact: true }).click({ modifiers: ["Shift"] });
  await expect(page.locator("[data-chosen]")).toHaveCount(to - from + 1);
  await page.getByLabel(t("importing.as"), { exact: true }).selectOption(as);
  await press(page, t("importing.useNow"));
}

test("a draft shows where each field was read, repairs can be undone, and what is typed is kept", async ({
  page,
  sending,
}) => {
  await signIn(page, sending, owner);
  await paste(page, appeal);
  await look(page, "a draft");

  await page.getByRole("button", { name: /: show where Title of the appeal stands$/ }).click();
  await expect(page.locator("#line-11")).toHaveAttribute("data-marked", "true");
  await expect(page.locator("#line-11 button").first()).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.locator("#title")).toBeFocused();

  await expect(page.locator("#line-14 del")).toHaveText(/¡¯/);
  await expect(page.locator("#line-16 mark")).toContainText("caf?teria");
  await page.getByText(/things were repaired/).click();
  await page.getByRole("button", { name: /^Undo: .*¡¯.* repaired to/ }).click();
  await expect(page.locator("#line-14 del")).toHaveCount(0);

  const title = page.getByLabel(label("title"), { exact: true });
  await title.fill("A teacher is missing");
  await expect(page.locator("[data-autosave] [role=status]")).toContainText("Saved");
  await page.reload();
  await expect(title).toHaveValue("A teacher is missing");

  await page.locator("#recipient-r1-becomes").selectOption("");
  await page.locator("#recipient-r1-a1-value").fill("nobody");
  await press(page, t("importing.make"));
  await expect(page.getByRole("main").getByRole("alert").getByRole("link")).toHaveText([
    t("errors.warning-done.look"),
    t("errors.recipient-becomes.decide"),
  ]);
  await look(page, "a draft with faults");
  await press(page, t("importing.putAside"));
  await expectTitle(page, t("importing.title"));
  await expect(page.getByText("A teacher is missing")).toBeVisible();
  await look(page, "pasted appeals");
});

test("on a phone the parts of a draft are folded, and one button leads through what waits", async ({
  page,
  sending,
}) => {
  await page.setViewportSize({ width: 375, height: 720 });
  await signIn(page, sending, owner);
  await paste(page, appeal);
  await expect(page.locator("#title")).toBeHidden();
  await look(page, "a draft on a phone");
  const next = page.getByRole("button", { name: /^Next of/ });
  const left = page.getByRole("status").filter({ hasText: /things? to look at|left to look at/ });
  const before = Number(/\d+/.exec(await left.innerText())?.[0]);
  await next.click();
  await expect(page.locator("#warning-w1-done")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(left).toHaveText(t("importing.next.left", { count: before - 1 }));
  await page.locator("#body").evaluate((field: HTMLTextAreaElement) => {
    field.value = `${field.value}\n[Your name]`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await expect(left).toHaveText(t("importing.next.left", { count: before }));
  for (let presses = 0; presses < before; presses += 1) await next.click();
  await expect(page.locator("#body")).toBeFocused();
  await expect(page.locator("#body")).toBeInViewport();
});

test("with the keyboard alone: paste, choose lines, correct, make the campaign", async ({ page, sending }) => {
  test.setTimeout(120_000);
  await signIn(page, sending, owner);
  await enter(page, 'main a[href="/desk/campaigns/paste"]');
  await expectTitle(page, t("importing.title"));
  await tabTo(page, "#appealText");
  await page.keyboard.insertText(appeal);
  await enter(page, "main form button");
  await expectTitle(page, t("importing.draft"));
  await tabTo(page, "[data-lines] button");
  for (let line = 1; line < 13; line += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator("[id='$from']")).toHaveValue("13");
  await typeInto(page, "[id='$to']", "");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("16");
  await typeInto(page, "[id='$as']", "What happened");
  await enter(page, "button[value=place]");
  await expect(page.locator("#background")).toBeFocused();
  await expect(page.locator("#background")).toHaveValue(/^A teacher/);
  await tabTo(page, `[name="${await nobody(page).getAttribute("name")}"]`, "Shift+Tab");
  await page.keyboard.press("Space");
  for (const choice of await page.locator("select[name$=-fate]").all()) {
    await typeInto(page, `[name="${await choice.getAttribute("name")}"]`, "Not a person");
  }
  await enter(page, "main form button:not([name]):not([type=button])");
  await expect(page).toHaveURL(/\/campaigns\/[\w-]+\/page$/);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("an appeal is pasted or chosen, and what cannot be read is told beside its field", async ({ page }) => {
    await page.goto("/desk/campaigns/paste");
    await page.getByLabel(t("fields.email"), { exact: true }).fill(owner.email);
    await page.getByLabel(t("fields.password"), { exact: true }).fill(owner.password);
    await press(page, t("signIn.submit"));
    await expectTitle(page, t("importing.title"));
    const file = page.getByLabel(new RegExp(`^${t("importing.file")}`));
    for (const { name, mimeType, buffer, error } of unreadable) {
      await file.setInputFiles({ name, mimeType, buffer });
      await press(page, t("importing.read"));
      await expect(page.locator("#appealFile-error"), name).toContainText(t(`errors.appealFile.${error}`));
    }
    await file.setInputFiles({ name: "appeal.txt", mimeType: "text/plain", buffer: Buffer.from(appeal) });
    await press(page, t("importing.read"));
    await expectTitle(page, t("importing.draft"));
    await expect(page.locator("#recipient-r1-office")).toHaveValue("Minister of the Interior");
    const downloaded = page.waitForEvent("download");
    await page.getByRole("link", { name: t("importing.download") }).click();
    expect(readFileSync(await (await downloaded).path(), "utf8")).toBe(appeal);
  });
});

test("an appeal from right to left is read and shown from right to left", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await paste(
    page,
    "نداء عاجل\n\nاقتيد المعلم من مدرسته ولا أحد يعرف مكانه.\n\nوزير الداخلية\nminister@interior.test\n",
  );
  await expect(page.locator("[data-lines]")).toHaveAttribute("dir", "rtl");
  await look(page, "a draft from right to left");
  const task = page
    .getByRole("region", { name: t("importing.toDo") })
    .getByRole("checkbox")
    .first();
  await task.check();
  await expect(page.locator("[data-autosave] [role=status]")).toContainText("Saved");
  await page.reload();
  await expect(task).toBeChecked();
});
