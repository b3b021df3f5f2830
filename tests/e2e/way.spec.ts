import type { Page } from "@playwright/test";
import { languageTag, locales } from "@/lib/locales";
import { formatFax, shownAddress } from "@/lib/recipients/address";
import { demoAppeal } from "@/prisma/demo/appeal";
import { openCampaign, signIn } from "./desk-steps";
import { expectLetter } from "./letters";
import {
  ambassador,
  appealPath,
  confirmationMail,
  expectTitle,
  fillForm,
  letterToMinister,
  minister,
  type Person,
  press,
  someone,
  squash,
} from "./steps";
import { expectChange, expectInDesk, expectOnPage, readTallies } from "./tallies";
import { expect, test } from "./test";
import { words } from "./words";
import { mailFrom, owner, type World } from "./world";

const languages = {
  en: "in English",
  fr: "in French",
  es: "in Spanish",
  ar: "in Arabic",
  zh: "in Chinese",
  ko: "in Korean",
} as const;
// On the desktop one language of each direction is enough: what else may differ between languages shows on a phone.
const everywhere: readonly string[] = ["en", "ar"];

for (const locale of locales) {
  const tag = everywhere.includes(locale) ? [] : "@phone";
  test(`a letter goes the whole way ${languages[locale]}`, { tag }, async ({ page, sending }) => {
    const person = someone({ locale });
    const before = await readTallies(page, sending);

    await test.step("home, appeal, form", () => fromHomeToCheck(page, sending, person));
    const shown = await test.step("check", () => readChecked(page, person));
    await press(page, words(locale)("check.send"));
    await expectTitle(page, words(locale)("sent.title"));

    const link = await test.step("the confirmation mail", () => readConfirmation(sending, person));
    await expectChange(page, sending, before, { signed: 1 });
    await page.goto(link);
    await expectTitle(page, words(locale)("confirm.title"));
    await expect(page.getByRole("main")).toContainText(minister.texts[locale].short);
    const main = page.getByRole("main");
    await expect(main).toContainText(words(locale)("appeal.byEmail"));
    await expect(main).toContainText(words(locale)("appeal.byFax"));
    // Opening the link, as the scanners of mail servers do, confirms nothing.
    await expectChange(page, sending, before, { signed: 1 });
    await press(page, words(locale)("confirm.button"));
    await expectTitle(page, words(locale)("thanks.title", { name: person.name }));

    const letter = await letterToMinister(sending, person);
    expectLetter(letter, person);
    expect(squash(letter.text ?? ""), "what left is what was shown").toBe(shown);

    await test.step("the fax", () => printAndReport(page, person));
    await expectChange(page, sending, before, { signed: 1, confirmed: 1, accepted: 1, self_reported: 1 });

    await test.step("the same tallies everywhere", async () => {
      const after = await readTallies(page, sending);
      await expectOnPage(page, sending, locale, after);
      await signIn(page, sending, owner);
      await openCampaign(page);
      await expectInDesk(page, after);
    });
  });
}

async function fromHomeToCheck(page: Page, world: World, person: Person): Promise<void> {
  const { locale } = person;
  await page.goto(`${world.url}/${locale}`);
  await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
  await expect(page.locator("html")).toHaveAttribute("lang", languageTag(locale));
  const { request } = demoAppeal.texts[locale];
  await page.getByRole("link", { name: request, exact: true }).click();
  await expect(page).toHaveURL(world.url + appealPath(locale));
  await expectTitle(page, request);
  await fillForm(page, person);
  await press(page, words(locale)("form.check"));
  await expectTitle(page, words(locale)("check.title"));
}

/** Looks at each recipient's letter on the check page. @returns the text of the minister's */
async function readChecked(page: Page, { locale, name, email, ownWords }: Person): Promise<string> {
  const t = words(locale);
  for (const { texts, channel, address } of [minister, ambassador]) {
    const letter = page.getByRole("region", { name: texts[locale].short, exact: true });
    await expect(letter).toContainText(shownAddress({ channel, value: address }));
    for (const part of [texts[locale].salutation, ownWords, name, demoAppeal.letters[locale].subject]) {
      await expect(letter).toContainText(part);
    }
  }
  const toAmbassador = page.getByRole("region", { name: ambassador.texts[locale].short, exact: true });
  await expect(toAmbassador.getByRole("article")).toBeHidden();
  await toAmbassador.getByText(t("check.same"), { exact: true }).click();
  await expect(toAmbassador.getByRole("article")).toBeVisible();
  const toMinister = page.getByRole("region", { name: minister.texts[locale].short, exact: true });
  await expect(toMinister).toContainText(`${name}${mailFrom}`);
  await expect(toMinister).toContainText(t("check.noReply"));
  await expect(page.getByText(email)).toBeVisible();
  return squash(await toMinister.getByRole("article").locator("> div").innerText());
}

async function readConfirmation(world: World, person: Person): Promise<string> {
  const { mail, link } = await confirmationMail(world, person);
  expect(mail.from).toMatchObject({ address: mailFrom, name: demoAppeal.organisation.name });
  // Whoever types a stranger's address puts no words of theirs into the head of our mail.
  expect(mail.to).toEqual([{ address: person.email, name: "" }]);
  expect(mail.subject).toContain(demoAppeal.texts[person.locale].title);
  expect(link.startsWith(`${world.url}/${person.locale}/confirm/`)).toBe(true);
  return link;
}

/** From "thank you" over the page to print to "I have faxed it". */
async function printAndReport(page: Page, { locale, name, ownWords }: Person): Promise<void> {
  const t = words(locale);
  await page.getByRole("link", { name: t("thanks.faxButton") }).click();
  const sheet = page.getByRole("article");
  await expect(sheet).toContainText(formatFax(ambassador.address));
  await expect(sheet).toContainText(ambassador.texts[locale].salutation);
  await expect(sheet).toContainText(ownWords);
  await expect(sheet).toContainText(name);
  await expectOneSheet(page, t("print.title"));
  await page.getByRole("link", { name: t("print.back") }).click();
  await press(page, t("mine.faxed"));
  await expect(page.getByText(t("mine.states.self_reported"))).toBeVisible();
  await expect(page.getByRole("button", { name: t("mine.faxed") })).toHaveCount(0);
}

/** On paper there is the letter alone, on one sheet. */
async function expectOneSheet(page: Page, title: string): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("article")).toBeVisible();
  await expect(page.getByRole("heading", { name: title })).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g), "sheets of paper").toHaveLength(1);
  await page.emulateMedia({ media: null });
}
