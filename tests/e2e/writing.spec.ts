import type { Browser, Page } from "@playwright/test";
import type { WritingWay } from "@/lib/generated/prisma/enums";
import { demoAppeal } from "@/prisma/demo/appeal";
import { openCampaign, signIn } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import {
  appealPath,
  confirmationMail,
  confirmBy,
  expectSaved,
  expectTitle,
  fillForm,
  letterToMinister,
  press,
  someone,
  squash,
} from "./steps";
import { expect, test } from "./test";
import { deskWords, words, writingWords } from "./words";
import { owner, type World } from "./world";

const t = words("en");
const w = writingWords("en");
const desk = deskWords();
const [request] = demoAppeal.letters.en.requests;
const story = "My grandmother fled across that river in 1951, and she never saw her brothers again.";

const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

/** A member says how letters are written. Pages that everybody sees are kept for a second. */
async function choose(browser: Browser, world: World, way: WritingWay, sensitive = false): Promise<void> {
  const page = await browser.newPage({ baseURL: world.url });
  await signIn(page, world, owner);
  await openCampaign(page);
  await page.goto(`${page.url()}/settings`);
  await page.getByRole("radio", { name: desk(`writingOptions.${way}`), exact: true }).check();
  await page.getByRole("checkbox", { name: desk("writingOptions.sensitive"), exact: true }).setChecked(sensitive);
  await press(page, desk("campaignSettings.submit"));
  await expectSaved(page);
  await expect(async () => {
    await page.goto(appealPath("en"));
    await expect(page.locator("[data-own-meter]")).toHaveAttribute("data-own-meter", way, { timeout: 100 });
    await expect(page.locator("[data-keep-draft]")).toHaveCount(sensitive ? 0 : 1, { timeout: 100 });
  }).toPass();
  await page.close();
}

test.afterAll(async ({ browser, sending }) => choose(browser, sending, "edit"));

test("a text is edited: what goes missing is said at once, and how much is one's own", async ({ page }) => {
  await page.goto(appealPath("en"));
  await expect(page.getByText(w("meter.start"))).toBeVisible();
  const body = field(page, t("form.body"));
  await body.fill(`${demoAppeal.letters.en.body} `);
  await expect(page.getByText(w("meter.like"))).toBeVisible();
  const gone = page.locator("[data-stays]").filter({ hasText: request }).getByText(w("stays.gone"));
  await expect(gone).toBeHidden();
  await field(page, t("form.ownWords")).fill(`${story} ${story.toUpperCase()}`);
  await expect(page.getByText(w("meter.partly"))).toBeVisible();
  await body.fill("I am a teacher, and I beg you to let him go where he is safe.");
  await expect(page.getByText(w("meter.mostly"))).toBeVisible();
  await expect(gone).toBeVisible();
  await body.fill(request);
  await expect(gone).toBeHidden();
  await expectAccessible(page, "a text that is edited");
});

test("a paragraph is added to a letter that stays as it is", async ({ page, browser, sending }) => {
  const early = "Dear Sir, I beg you to let him go where he is safe.";
  await page.goto(appealPath("en"));
  await field(page, t("form.body")).fill(early);
  await fillForm(page, someone({ ownWords: story }));
  await choose(browser, sending, "paragraph");
  await press(page, t("form.check"));
  await expectTitle(page, t("check.title"));
  for (const article of await page.getByRole("article").all()) await expect(article).not.toContainText(early);
  await page.getByText(w("unused.read")).click();
  await expect(page.getByText(early)).toBeVisible();
  await expectAccessible(page, "a form of before");
  await page
    .getByRole("link", { name: t("check.change") })
    .last()
    .click();
  await expect(page.getByText(w("unused.changed"))).toBeVisible();
  await expect(field(page, w("ways.paragraphLabel"))).toHaveValue(story);
  const person = someone({ ownWords: story });
  await page.goto(appealPath("en"));
  await expect(field(page, t("form.body"))).toHaveCount(0);
  await expect(page.locator("form[data-sign]")).toContainText(request);
  await field(page, w("ways.paragraphLabel")).fill(story);
  await expect(page.getByText(w("meter.added"))).toBeVisible();
  await expectAccessible(page, "a paragraph is added");
  await expectNoSideScroll(page, "a paragraph is added");
  const { ownWords: _ownWords, ...rest } = person;
  await fillForm(page, rest);
  await press(page, t("form.check"));
  await expectTitle(page, t("check.title"));
  await expect(page.getByRole("article").first()).toContainText(story);
  await expect(page.getByRole("article").first()).toContainText(request);
  await expect(page.getByText(w("meter.added"))).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a letter is written in one's own words, ${javaScriptEnabled ? "ticked as they are typed" : "without script"}`, async ({
    browser,
    sending,
  }) => {
    await choose(browser, sending, "own");
    const page = await browser.newPage({ baseURL: sending.url, javaScriptEnabled });
    const person = someone({ ownWords: story });
    await page.goto(appealPath("en"));
    const { ownWords: _ownWords, ...rest } = person;
    await fillForm(page, rest);
    await press(page, t("form.check"));
    await expectTitle(page, t("check.titleErrors"));
    await expect(page.getByRole("alert")).toContainText(t("errors.body.own-required"));
    const line = page.locator(`[data-text="${request}"]`);
    await expect(line.getByText(w("checklist.open"))).toBeVisible();
    await field(page, w("ways.ownLabel")).fill(`${story} ${request}`);
    if (javaScriptEnabled) {
      await expect(line.getByText(w("checklist.found"))).toBeVisible();
      await expectAccessible(page, "one's own words");
      await expectNoSideScroll(page, "one's own words");
    }
    await page.locator("summary", { hasText: w("ways.example") }).click();
    await expect(page.getByText(w("ways.exampleHint"))).toBeVisible();
    await press(page, t("form.check"));
    await expectTitle(page, t("check.title"));
    await expect(line.getByText(w("checklist.found"))).toBeVisible();
    await expect(page.getByText(w("meter.mostly")).or(page.getByText(w("meter.partly")))).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page, "one's own words, checked");
    await page.close();
  });
}

test("one's own words go the whole way", async ({ page, browser, sending }) => {
  await choose(browser, sending, "own");
  const person = someone({ ownWords: story });
  const { ownWords: _ownWords, ...rest } = person;
  await page.goto(appealPath("en"));
  const own = `I am ${person.name}. ${story} ${request}`;
  await field(page, w("ways.ownLabel")).fill(own);
  await fillForm(page, rest);
  await press(page, t("form.check"));
  await press(page, t("check.send"));
  await expectTitle(page, t("sent.title"));
  const { link } = await confirmationMail(sending, person);
  await confirmBy(page, link, person);
  const letter = await letterToMinister(sending, { ...person, ownWords: own });
  expect(squash(letter.text ?? "")).not.toContain(squash(demoAppeal.letters.en.body).slice(0, 80));
});

test("a draft is kept on the device only by choice, and goes when the letter is sent", async ({
  page,
  browser,
  sending,
}) => {
  await choose(browser, sending, "edit");
  const kept = () => page.evaluate(() => Object.values(localStorage).join());
  const person = someone();
  await page.goto(appealPath("en"));
  await field(page, t("form.ownWords")).fill("Words that nobody keeps.");
  expect(await kept()).toBe("");
  const keep = page.getByRole("checkbox", { name: w("draft.keep"), exact: true });
  await keep.check();
  await fillForm(page, person);
  await expect.poll(kept).toContain(person.ownWords.split("\n")[0]);
  expect(await kept(), "not who writes").not.toContain(person.email);
  await page.goto("about:blank");
  await page.goto(sending.url + appealPath("en"));
  await expect(field(page, t("form.ownWords"))).toHaveValue(person.ownWords);
  await expect(page.getByText(w("draft.back"))).toBeVisible();
  await expect(field(page, t("form.email"))).toHaveValue("");
  await page.getByRole("checkbox", { name: w("draft.person"), exact: true }).check();
  await fillForm(page, person);
  await expect.poll(kept).toContain(person.email);
  await page.getByRole("button", { name: w("draft.forget") }).click();
  await expect(page.getByText(w("draft.gone"))).toBeVisible();
  expect(await kept()).toBe("");
  await keep.check();
  await expect.poll(kept).not.toBe("");
  await press(page, t("form.check"));
  await press(page, t("check.send"));
  await expectTitle(page, t("sent.title"));
  expect(await kept()).toBe("");
});

test("in a sensitive campaign nothing is offered to be kept", async ({ page, browser, sending }) => {
  await choose(browser, sending, "edit", true);
  await page.goto(appealPath("en"));
  await expect(page.getByRole("checkbox", { name: w("draft.keep"), exact: true })).toHaveCount(0);
});
