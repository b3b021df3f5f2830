import { expect, type Page } from "@playwright/test";
import type { Locale } from "@/lib/locales";
import { demoAppeal } from "@/prisma/demo/appeal";
import { appealPath, changeMind, confirmationMail, expectTitle, fillForm, press, someone } from "./steps";
import type { World } from "./world";
import { words } from "./words";

// Whatever people are called and write: nothing may break a page.
const long = { name: `Zubaida ${"Quill".repeat(16)}`, ownWords: `Read https://example.org/${"very/long/".repeat(9)}` };

export type Look = (state: string) => Promise<void>;

/** Shows every public page in every state it can be in, and calls `look` at each. */
export async function publicTour(page: Page, world: World, locale: Locale, look: Look): Promise<void> {
  await readingTour(page, world, locale, look);
  await formTour(page, world, locale, look);
  await signingTour(page, world, locale, look);
  await countedTour(page, world, locale, look);
}

async function readingTour(page: Page, { url }: World, locale: Locale, look: Look): Promise<void> {
  const token = "x".repeat(43);
  for (const path of [
    "",
    "/privacy",
    "/erased",
    "/not-me",
    "/status/404",
    "/status/503",
    "/nothing",
    `/mine/${token}`,
  ]) {
    await page.goto(`${url}/${locale}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await look(path.replace(token, "unknown") || "home");
  }
}

async function formTour(page: Page, { url }: World, locale: Locale, look: Look): Promise<void> {
  const t = words(locale);
  await page.goto(url + appealPath(locale));
  await look("appeal");
  await page.getByText(t("appeal.fullCase"), { exact: true }).click();
  await look("appeal, unfolded");
  await page.locator("form[data-sign]").evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await fillForm(page, { locale, email: "nobody", body: "" });
  await press(page, t("form.check"));
  await expectTitle(page, t("check.titleErrors"));
  await look("check with faults");
  await page.goto(`${url}/${locale}/embed/${demoAppeal.slug}`);
  await look("frame");
  await page.locator("form[data-sign]").evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await press(page, t("form.check"));
  await expectTitle(page, t("check.titleErrors"));
  await look("frame with faults");
}

async function signingTour(page: Page, world: World, locale: Locale, look: Look): Promise<void> {
  const t = words(locale);
  const person = someone({ locale, ...long, replyConsent: true });
  await page.goto(world.url + appealPath(locale));
  await fillForm(page, person);
  await press(page, t("form.check"));
  await expectTitle(page, t("check.title"));
  await look("check");
  const check = page.url();
  await page.getByRole("link", { name: t("check.change") }).click();
  await expectTitle(page, t("check.changeTitle"));
  await look("check, changing");
  await page.goto(check);
  await press(page, t("check.send"));
  await expectTitle(page, t("sent.title"));
  await look("sent");
  const { link } = await confirmationMail(world, person);
  await page.goto(link);
  await expectTitle(page, t("confirm.title"));
  await look("confirm");
  await press(page, t("confirm.button"));
  await expectTitle(page, t("thanks.title", { name: person.name }));
  await look("thanks");
  await page.getByRole("link", { name: t("thanks.faxButton") }).click();
  await expectTitle(page, t("print.title"));
  await look("letter to print");
  await page.getByRole("link", { name: t("print.back") }).click();
  await expectTitle(page, t("mine.title"));
  const mine = page.url();
  await page.goto(link);
  await expectTitle(page, t("confirm.already"));
  await look("confirmed already");
  await page.goto(mine);
  await ownPageTour(page, locale, look);
  await page.goto(link);
  await expectTitle(page, t("mine.withdrawnTitle"));
  await look("withdrawn, by the used link");
}

async function ownPageTour(page: Page, locale: Locale, look: Look): Promise<void> {
  const t = words(locale);
  await expectTitle(page, t("mine.title"));
  for (const fold of await page.locator("main summary").all()) await fold.click();
  await look("own letters, unfolded");
  await press(page, t("mine.faxed"));
  await expect(page.getByText(t("mine.states.self_reported"))).toBeVisible();
  await look("own letters, faxed");
  await changeMind(page, locale, "withdraw");
  await expect(page.getByRole("heading", { name: t("mine.withdrawnTitle") })).toBeVisible();
  await look("own letters, withdrawn");
}

async function countedTour(page: Page, world: World, locale: Locale, look: Look): Promise<void> {
  const t = words(locale);
  const person = someone({ locale, ...long, disclosure: "counted" });
  await page.goto(world.url + appealPath(locale));
  await fillForm(page, person);
  await press(page, t("form.check"));
  await expectTitle(page, t("check.titleCounted"));
  await look("check, counted");
  await press(page, t("check.send"));
  const { link } = await confirmationMail(world, person);
  await page.goto(link);
  await look("confirm, counted");
  await press(page, t("confirm.buttonCounted"));
  await look("thanks, counted");
}
