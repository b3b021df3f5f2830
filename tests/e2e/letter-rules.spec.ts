import type { Page } from "@playwright/test";
import { demoAppeal } from "@/prisma/demo/appeal";
import { enter, openCampaign, signIn, tabTo, typeInto } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { appealPath, expectSaved, fillForm, letterToMinister, press, signAndConfirm, someone, squash } from "./steps";
import { expect, test } from "./test";
import { deskWords, words } from "./words";
import { mailTo, owner, type World } from "./world";

const t = deskWords();
const site = words("en");

async function openLetter(page: Page, world: World): Promise<void> {
  await signIn(page, world, owner);
  await openCampaign(page);
  await openTab(page);
}

async function openTab(page: Page): Promise<void> {
  await page
    .getByRole("link", { name: t("campaignTabs.letter"), exact: true })
    .last()
    .click();
  await expect(page.getByRole("heading", { name: t("letter.preview.title") })).toBeVisible();
}

/** What other tests find is the campaign as it was. */
async function discardDraft(page: Page, campaign: string): Promise<void> {
  await page.goto(`${campaign}/publish`);
  const name = /^Discard/;
  await page.getByRole("main").locator("summary", { hasText: name }).click();
  await page.getByRole("main").getByRole("button", { name }).click();
  await page.waitForURL((now) => !now.pathname.endsWith("/publish"));
}

async function watchFor(page: Page, list: string): Promise<void> {
  await page.getByLabel(t("letterWatch.words")).fill(list);
  await press(page, t("letterWatch.save"));
  await expectSaved(page);
}

test("a letter of its own for one recipient, by the keyboard", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await openCampaign(page);
  const campaign = page.url();
  await openTab(page);
  await expect(page.getByText(`${t("letterVersions.goesTo")}:`)).toBeVisible();
  await enter(page, "main summary");
  await typeInto(page, "#versionName", "Embassies");
  await enter(page, "form:has(#versionName) button:not([type=button])");
  await expect(page.getByText(t("errors.recipients.required")).first()).toBeVisible();
  await expectAccessible(page, "a letter for some recipients, refused");
  await tabTo(page, 'input[name^="in-"]');
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await enter(page, "form:has(#versionName) button:not([type=button])");
  const versions = page.getByRole("navigation", { name: t("letterVersions.title") });
  await expect(versions.getByRole("link", { name: "Embassies" })).toHaveAttribute("aria-current", "page");
  await expect(page.locator("#subject")).toHaveValue(demoAppeal.letters.en.subject);

  await tabTo(page, "#subjects");
  await page.keyboard.type("For your attention: {{nobody}}");
  await tabTo(page, "form:has(#subject) button[aria-live]");
  await page.keyboard.press("Enter");
  await expect(page.getByText(t("errors.any.unknown-field", { what: "nobody" })).first()).toBeVisible();
  await page.locator("#subjects").fill("For your attention: ");
  await page.locator("#subjects").press("End");
  const picker = page.getByRole("group", { name: t("letter.insert", { field: t("letter.subjects") }) });
  await picker.getByRole("button", { name: t("letter.mergeFields.office") }).press("Enter");
  await expect(page.locator("#subjects")).toHaveValue("For your attention: {{office}}");
  await expect(page.locator("#subjects")).toBeFocused();
  await press(page, t("letter.save"));
  await expectSaved(page);
  await page.locator("#which").selectOption("1");
  await expect(page.getByRole("article")).toContainText("For your attention: Ambassador");
  await expectAccessible(page, "the letter to some recipients");
  await expectNoSideScroll(page, "the letter to some recipients");
  for (const way of ["fax", "post"] as const) {
    const href = await page.getByRole("link", { name: t(`letterPaper.${way}`) }).getAttribute("href");
    const answer = await page.request.get(`${sending.url}${href}`);
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  }
  await versions.getByRole("link", { name: t("letterVersions.others") }).click();
  await expect(page.locator("#subjects")).toHaveValue("");
  await discardDraft(page, campaign);
});

test("a letter with a word that must not be mentioned is read, and leaves", async ({ page, context, sending }) => {
  const person = someone();
  const [, mark = ""] = / (\w+)\.$/.exec(person.ownWords) ?? [];
  await openLetter(page, sending);
  await watchFor(page, mark);
  const elsewhere = await context.newPage();
  await elsewhere.goto(sending.url + appealPath("en"));
  await fillForm(elsewhere, { ...person, ownWords: "Nothing of that." });
  await press(elsewhere, site("form.check"));
  await expect(elsewhere.getByText(/a member of .* may read your letter/)).toBeVisible();
  await signAndConfirm(elsewhere, sending, person);
  await page
    .getByRole("link", { name: t("campaignTabs.overview"), exact: true })
    .last()
    .click();
  await expect(page.getByRole("link", { name: t("heldLetters.read") })).toBeVisible();
  await enter(page, 'main a[href$="/words"]');
  await expect(page.getByRole("heading", { name: t("words.title"), exact: true })).toBeVisible();
  await expectAccessible(page, "letters to read");
  await expectNoSideScroll(page, "letters to read");
  await enter(page, "main table a");
  await expect(page.getByText(squash(person.ownWords).slice(-12), { exact: false }).first()).toBeVisible();
  await expect(page.getByText(mark, { exact: true })).toBeVisible();
  await expectAccessible(page, "a letter to read");
  await expectNoSideScroll(page, "a letter to read");

  await tabTo(page, 'input[name="decision"]');
  await page.keyboard.press("ArrowDown");
  await enter(page, "form:has([name=decision]) button[aria-live]");
  await expect(page.getByText(t("errors.note.required")).first()).toBeVisible();
  await typeInto(page, "#note", "Whom do you mean?");
  await enter(page, "form:has([name=decision]) button[aria-live]");
  const asked = await mailTo(sending, person.email, ({ text = "" }) => text.includes("> Whom do you mean?"));
  expect(asked.text).toContain("/en/mine/");
  await expect(page.getByRole("heading", { name: t("words.title"), exact: true })).toBeVisible();
  await enter(page, "main table a");
  await expect(page.getByRole("radio", { name: t("words.release") })).toBeVisible();
  await tabTo(page, 'input[name="decision"]');
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: t("words.release") })).toBeChecked();
  await enter(page, "form:has([name=decision]) button[aria-live]");
  await letterToMinister(sending, person);
  await expect(page.getByText(t("words.emptyTitle"))).toBeVisible();
  await openTab(page);
  await watchFor(page, "");
});

test("what is missing in a letter is said on its check page, and it can be sent", async ({ page, sending }) => {
  await openLetter(page, sending);
  const refuses = page.getByRole("checkbox", { name: t("letterWatch.refuse") });
  const before = await refuses.isChecked();
  await refuses.setChecked(false);
  await press(page, t("letterWatch.save"));
  await expectSaved(page);
  await page.goto(sending.url + appealPath("en"));
  await fillForm(page, someone({ body: "I write to you about a man." }));
  await press(page, site("form.check"));
  await expect(page.getByRole("region", { name: site("check.missingTitle") })).toBeVisible();
  await expect(page.getByRole("button", { name: site("check.send") })).toBeVisible();
  await expectAccessible(page, "a check page with something missing");
  await expectNoSideScroll(page, "a check page with something missing");
  await page.goto(`${sending.url}/desk`);
  await openCampaign(page);
  await openTab(page);
  await page.getByRole("checkbox", { name: t("letterWatch.refuse") }).setChecked(before);
  await press(page, t("letterWatch.save"));
  await expectSaved(page);
});
