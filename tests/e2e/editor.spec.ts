import type { Page } from "@playwright/test";
import { demoAppeal } from "@/prisma/demo/appeal";
import { openCampaign, sendSignIn, signIn, tabTo } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import {
  confirmationMail,
  confirmBy,
  expectSaved,
  expectTitle,
  fillForm,
  letterToMinister,
  press,
  someone,
} from "./steps";
import { expect, test } from "./test";
import { deskWords, words, writingWords } from "./words";
import { owner } from "./world";

const t = deskWords();
const site = words("en");
const writing = writingWords("en");

// One after the other: each goes on with the campaign of the one before.
test.describe.configure({ mode: "serial" });

let mine = "";
let copy = "";

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state);
  await expectNoSideScroll(page, state);
}

async function openTab(page: Page, tab: "overview" | "page" | "settings"): Promise<void> {
  const link = page
    .getByRole("navigation", { name: t("campaignTabs.label") })
    .getByRole("link", { name: t(`campaignTabs.${tab}`) });
  await link.click();
  await expect(link).toHaveAttribute("aria-current", "page");
}

/** Saves the open form and waits until the page says so. */
async function save(page: Page, name: string): Promise<void> {
  await press(page, name);
  await expectSaved(page);
}

function appealField(page: Page, name: "title" | "summary") {
  return page.getByLabel(t(`appealText.${name}`), { exact: true });
}

function findings(page: Page) {
  return page.getByRole("region", { name: /missing before this can be published|keeps this from/ });
}

test("a campaign is begun and written with the keyboard alone", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await look(page, "campaigns");
  await tabTo(page, 'a[href="/desk/campaigns/new"]');
  await page.keyboard.press("Enter");
  await expectTitle(page, t("newCampaign.title"));
  await look(page, "new campaign");
  await tabTo(page, "#title");
  await page.keyboard.type("Where is Çelik’s daughter?");
  await expect(page.locator("#slug")).toHaveValue("where-is-celiks-daughter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("alert").getByRole("link")).toHaveText([
    t("errors.caseTitle.required"),
    t("errors.country.required"),
  ]);
  await look(page, "new campaign with faults");
  await tabTo(page, "#caseTitle");
  await page.keyboard.type("Taken at the airport");
  await tabTo(page, "#country");
  await page.keyboard.type("Kenya");
  await tabTo(page, "form button");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/campaigns\/[\w-]+\/page$/);
  mine = page.url().replace(/\/page$/, "");

  await tabTo(page, "#request");
  await page.keyboard.type("Say where she is");
  await tabTo(page, "#body");
  await page.keyboard.type("She was **taken** at the airport.");
  const preview = page.getByRole("region", { name: t("appealText.preview") });
  await expect(preview.locator("strong")).toHaveText("taken");
  await tabTo(page, "form button:not([type=button])");
  await page.keyboard.press("Enter");
  await expectSaved(page);
});

test("it is written in a second language, from right to left, and what is typed outlives a reload", async ({
  page,
  sending,
}) => {
  await signIn(page, sending, owner);
  await page.goto(`${mine}/page`);
  await expect(page.getByLabel(t("appealText.request"))).toHaveValue("Say where she is");
  await page.getByText(t("appealText.add"), { exact: true }).first().click();
  await page.getByLabel(t("appealText.addLabel")).selectOption("ar");
  await press(page, t("appealText.add"));
  await expect(page).toHaveURL(/language=ar/);
  const title = page.getByLabel(t("appealText.title"), { exact: true });
  await expect(title).toHaveCSS("direction", "rtl");
  await title.fill("أين ابنتها؟");
  await page.reload();
  await expect(title).toHaveValue("أين ابنتها؟");
  await expect(page.getByText(t("form.kept"))).toBeVisible();
  await save(page, t("appealText.submit"));
  await look(page, "page text");
});

test("its settings are checked, and the overview says what is missing and leads there", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await page.goto(`${mine}/settings`);
  await look(page, "settings");
  await page.getByLabel(t("campaignSettings.slug"), { exact: true }).fill(demoAppeal.slug);
  await press(page, t("campaignSettings.submit"));
  await expect(page.getByRole("main").getByRole("alert")).toContainText(t("errors.slug.taken"));
  await page.getByLabel(t("campaignSettings.slug"), { exact: true }).fill("where-is-she");
  await page.getByLabel(t("campaignSettings.deadlineDate")).fill("2036-06-30");
  await page.getByLabel(t("campaignSettings.deadlineTime")).fill("18:00");
  await expect(page.getByLabel(t("campaignSettings.deadlineZone"))).toHaveValue("Africa/Nairobi");
  await expect(page.getByText(/^That is in /)).toBeVisible();
  await save(page, t("campaignSettings.submit"));
  await page.getByLabel(t("campaignSettings.goal")).fill("750");
  await expect(page.getByRole("status").filter({ hasText: /^✓ Saved at \d\d:\d\d UTC$/ })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel(t("campaignSettings.goal"))).toHaveValue("750");

  await openTab(page, "overview");
  await expect(page.getByText("30 June 2036 at 18:00")).toBeVisible();
  await look(page, "overview of a draft");
  await findings(page)
    .getByRole("link", { name: t("publishing.toCampaign"), exact: true })
    .click();
  await expectTitle(page, t("publishing.campaignTitle"));
  await expect(page.getByText(t("publishing.blocked"))).toBeVisible();
  await expect(page.getByRole("button", { name: t("publishing.submitCampaign"), exact: true })).toHaveCount(0);
  await look(page, "publishing blocked");
  await findings(page)
    .getByRole("link", {
      name: t("findings.codes.text-incomplete", {
        language: "Arabic",
        parts: "the request, the summary and the full case",
      }),
    })
    .click();
  await expect(page).toHaveURL(/\/page\?language=ar#request$/);
  await page.goto(mine);
  await press(page, t("campaignActs.archive"));
  await expect(page.getByRole("button", { name: t("campaignActs.restore") })).toBeVisible();
});

test("two who write at once: the second is told, and nothing of theirs is lost", async ({ page, context, sending }) => {
  await signIn(page, sending, owner);
  await openCampaign(page);
  await press(page, t("campaignActs.duplicate"));
  await expect(findings(page)).toBeVisible();
  copy = page.url();
  await openTab(page, "page");
  const other = await context.newPage();
  await other.goto(`${copy}/page`);
  await other.getByLabel(t("appealText.title"), { exact: true }).fill("Theirs");
  await save(other, t("appealText.submit"));
  await page.getByLabel(t("appealText.title"), { exact: true }).fill("A copy to steer");
  await press(page, t("appealText.submit"));
  await expect(page.getByRole("main").getByRole("alert")).toContainText(t("refusals.changed-meanwhile"));
  await expect(page.getByLabel(t("appealText.title"), { exact: true })).toHaveValue("A copy to steer");
  const conflict = page.getByRole("alert", { name: t("form.conflict") });
  await expect(conflict).toBeFocused();
  await expect(conflict).toBeInViewport();
  await expect(conflict.getByRole("link", { name: t("appealText.title") })).toHaveAttribute("href", "#title");
  await expect(conflict.getByRole("definition")).toHaveText(["Theirs", "A copy to steer"]);
  await look(page, "a conflict");
  await save(page, t("appealText.submit"));
  await page.reload();
  await expect(page.getByLabel(t("appealText.title"), { exact: true })).toHaveValue("A copy to steer");
});

test("a language that the browser has no name for is called alike by server and browser", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await page.goto(`${copy}/letter`);
  await page.locator("summary", { hasText: t("appealText.add") }).click();
  await page.getByLabel(t("appealText.addLabel"), { exact: true }).selectOption("dz");
  await press(page, t("appealText.add"));
  await expect(page).toHaveURL(/language=dz/);
  await page.getByLabel(t("letter.subject"), { exact: true }).fill("For him");
  await page.getByLabel(t("letter.body"), { exact: true }).fill("I ask you to let him go.");
  await expectSaved(page);
  // Whatever the browser complains of fails the test.
  await page.reload();
  await expect(page.getByText("Dzongkha").first()).toBeVisible();
});

test("after a reload, what one wrote stands beside what another saved meanwhile", async ({
  page,
  context,
  sending,
}) => {
  const title = appealField(page, "title");
  await signIn(page, sending, owner);
  await page.goto(`${copy}/page`);
  const other = await context.newPage();
  await other.goto(`${copy}/page`);
  await appealField(other, "title").fill("A title of theirs");
  await save(other, t("appealText.submit"));
  await appealField(page, "summary").fill("A summary of my own");
  await press(page, t("appealText.submit"));
  await expect(page.getByRole("main").getByRole("alert")).toContainText(t("refusals.changed-meanwhile"));
  await page.reload();
  await expect(page.getByText(t("form.kept"))).toBeVisible();
  await expect(appealField(page, "summary")).toHaveValue("A summary of my own");
  await expect(title).toHaveValue("A title of theirs");
  await save(page, t("appealText.submit"));
  await other.reload();
  await expect(appealField(other, "title")).toHaveValue("A title of theirs");
  await expect(appealField(other, "summary")).toHaveValue("A summary of my own");

  // The same field, changed by both: refused once more after the reload, and as often as it is reloaded.
  await appealField(other, "title").fill("Their title");
  await save(other, t("appealText.submit"));
  await title.fill("My title");
  for (const _ of ["once", "twice"]) {
    await page.reload();
    await expect(title).toHaveValue("My title");
    await press(page, t("appealText.submit"));
    await expect(page.getByRole("main").getByRole("alert")).toContainText(t("refusals.changed-meanwhile"));
  }
  await other.reload();
  await expect(appealField(other, "title")).toHaveValue("Their title");
  await save(page, t("appealText.submit"));
  await page.reload();
  await expect(title).toHaveValue("My title");
  await expect(page.getByText(t("form.kept"))).toBeHidden();
});

test("who drops what came back goes on from what the page has", async ({ page, context, sending }) => {
  await signIn(page, sending, owner);
  await page.goto(`${copy}/page`);
  const other = await context.newPage();
  await other.goto(`${copy}/page`);
  await appealField(other, "title").fill("A copy to steer");
  await save(other, t("appealText.submit"));
  await appealField(page, "title").fill("Never mind");
  await page.reload();
  await page.getByRole("button", { name: t("form.discard") }).click();
  await expect(appealField(page, "title")).toHaveValue("A copy to steer");
  await save(page, t("appealText.submit"));
});

test("a session that ended leads back to the language, with what was typed; who signs out leaves nothing", async ({
  page,
  sending,
}) => {
  const arabic = `${mine}/page?language=ar`;
  await signIn(page, sending, owner);
  await page.goto(arabic);
  await appealField(page, "summary").fill("ملخص");
  await page.context().clearCookies();
  await press(page, t("appealText.submit"));
  await expectTitle(page, t("signIn.title"));
  await sendSignIn(page, owner);
  await expect(page).toHaveURL(arabic);
  await expect(appealField(page, "summary")).toHaveValue("ملخص");
  await page.context().clearCookies();
  await page.goto(arabic);
  await expectTitle(page, t("signIn.title"));
  await sendSignIn(page, owner);
  await expect(page).toHaveURL(arabic);
  await expect(appealField(page, "summary")).toHaveValue("ملخص");

  await page.getByRole("button", { name: t("rail.signOut") }).click();
  await expectTitle(page, t("signIn.title"));
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("form:")))).toEqual([]);
  await page.goto(arabic);
  await sendSignIn(page, owner);
  await expect(appealField(page, "summary")).toHaveValue("");
});

test("a campaign is published, paused, resumed, closed, and the public sees it", async ({ page, browser, sending }) => {
  await signIn(page, sending, owner);
  await page.goto(`${copy}/settings`);
  await page.getByLabel(t("campaignSettings.permittedBy")).fill("his family");
  await page.getByLabel(t("campaignSettings.permittedOn")).fill("2026-11-01");
  await save(page, t("campaignSettings.submit"));
  const slug = await page.getByLabel(t("campaignSettings.slug"), { exact: true }).inputValue();
  const address = `${sending.url}/en/appeals/${slug}`;
  const appeal = await page.context().newPage();
  const expectPublic = async (text: string) => {
    await expect(async () => {
      await appeal.goto(address);
      await expect(appeal.getByRole("main").getByText(text).first()).toBeVisible({ timeout: 500 });
    }).toPass();
  };

  await page.goto(`${copy}/publish`);
  await expect(page.getByText(address)).toBeVisible();
  await look(page, "ready to publish");
  await press(page, t("publishing.submitCampaign"));
  await expect(page).toHaveURL(copy);
  await expectPublic(site("appeal.open"));
  await press(page, t("campaignActs.pause"));
  await expect(page.getByRole("button", { name: t("campaignActs.resume") })).toBeVisible();
  await expectPublic(site("appeal.pausedText"));
  await press(page, t("campaignActs.resume"));
  await expect(page.getByRole("button", { name: t("campaignActs.pause") })).toBeVisible();
  await expectPublic(site("appeal.open"));
  await look(page, "overview of an open campaign");

  await openTab(page, "page");
  await page.getByLabel(t("appealText.request"), { exact: true }).fill("Bring him home");
  await save(page, t("appealText.submit"));
  await expect(page.getByText(t("publishing.unpublished", { number: 2 }))).toBeVisible();
  await look(page, "page text of an open campaign");
  await expectPublic(demoAppeal.texts.en.request);
  const person = someone();
  await fillForm(appeal, person);
  await press(appeal, site("form.check"));
  await press(appeal, site("check.send"));
  await expectTitle(appeal, site("sent.title"));
  await appeal.goto(address);
  await fillForm(appeal, { ...person, body: "Bring him back." });
  await appeal.getByRole("checkbox", { name: writing("draft.keep"), exact: true }).check();
  const still = await browser.newPage({ javaScriptEnabled: false });
  const writer = someone({ body: `${demoAppeal.letters.en.body}\n\nBring him back.` });
  await still.goto(address);
  await fillForm(still, writer);
  await press(still, site("form.check"));
  await expectTitle(still, site("check.title"));
  await page.getByRole("link", { name: t("publishing.toRevision", { number: 2 }) }).click();
  await expectTitle(page, t("publishing.revisionTitle", { number: 2 }));
  await look(page, "publishing a revision");
  await page.getByLabel(t("publishing.note")).fill("He was moved.");
  await page.getByLabel(t("publishing.supersedes")).check();
  await press(page, t("publishing.submitRevision"));
  await expect(page).toHaveURL(copy);
  await expect(page.getByRole("table", { name: t("revisions.caption") })).toContainText(t("revisions.supersedes"));
  await expectPublic("Bring him home");
  await expect(appeal.getByText(writing("draft.other"))).toBeVisible();
  await expect(appeal.getByRole("textbox", { name: site("form.body"), exact: true })).not.toHaveValue(
    "Bring him back.",
  );

  await still
    .getByRole("link", { name: site("check.change"), exact: true })
    .last()
    .click();
  await expect(still.getByText(writing("overtaken.title"))).toBeVisible();
  await expect(still.getByRole("textbox", { name: site("form.body"), exact: true })).not.toHaveValue(/Bring him back/);
  await expect(still.getByRole("textbox", { name: site("form.ownWords"), exact: true })).toHaveValue(writer.ownWords);
  await still.getByText(writing("unused.read")).click();
  await expect(still.getByText("Bring him back.")).toBeVisible();
  await press(still, site("form.check"));
  await expectTitle(still, site("check.title"));
  await expect(still.getByRole("article").first()).toContainText(writer.ownWords.split("\n", 1).join());
  await expect(still.getByRole("article").first()).not.toContainText("Bring him back.");
  await still.close();

  await confirmBy(appeal, (await confirmationMail(sending, person)).link, person);
  const held = page.getByRole("region", { name: t("heldLetters.title", { count: 1 }) });
  await expect(async () => {
    await page.reload();
    await expect(held).toContainText(t("heldLetters.reasons.superseded", { count: 1 }), { timeout: 500 });
  }).toPass();
  await look(page, "overview with a held letter");
  await press(page, t("heldLetters.release"));
  await expect(held).toHaveCount(0);
  await letterToMinister(sending, person);

  await press(page, t("campaignActs.close"));
  await expect(page.getByRole("button", { name: t("campaignActs.reopen") })).toBeVisible();
  await expectPublic(site("appeal.closedText"));
  await expect.poll(() => appeal.evaluate(() => Object.keys(localStorage).join())).not.toContain("draft:");
  await press(page, t("campaignActs.archive"));
  await expect(page.getByRole("button", { name: t("campaignActs.restore") })).toBeVisible();
  await expect(async () => expect((await appeal.goto(address))?.status()).toBe(404)).toPass();
  await page.goto("/desk/campaigns?state=archived");
  await expect(page.getByRole("link", { name: "A copy to steer" })).toBeVisible();
});
