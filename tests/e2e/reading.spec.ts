import type { Page } from "@playwright/test";
import { demoAppeal } from "@/prisma/demo/appeal";
import { asAdministrator } from "@/tests/cluster";
import { expectAccessible, expectNoSideScroll } from "./looks";
import {
  ambassador,
  appealPath,
  confirmationMail,
  confirmBy,
  expectTitle,
  letterToMinister,
  minister,
  press,
  someone,
  squash,
} from "./steps";
import { expect, test } from "./test";
import { readingWords, words } from "./words";
import type { World } from "./world";

const [t, reading] = [words("en"), readingWords("en")];
const arabic = demoAppeal.letters.ar;
const english = demoAppeal.letters.en;
const leaves = reading("leaves", { language: "Arabic", reading: "English" });

/** What the offices of the demo appeal read. */
async function setReads(world: World, language: string): Promise<void> {
  await asAdministrator(world.databaseUrl, async (client) => {
    await client.query(
      `update recipients set language = $1
       where id in (select recipient_id from recipient_texts where short = any($2))`,
      [language, [minister, ambassador].map(({ texts }) => texts.en.short)],
    );
  });
}

test.describe("letters to offices that read another language than their signer", () => {
  test.beforeEach(async ({ sending }) => setReads(sending, "ar"));
  test.afterEach(async ({ sending }) => setReads(sending, ""));

  test("are read paragraph by paragraph, and leave in the offices' language with a paragraph in the signer's", async ({
    page,
    sending,
  }) => {
    const person = someone();
    await openAppeal(page, sending);
    await test.step("the form", () => readForm(page));
    await page.getByRole("textbox", { name: reading("ownWords"), exact: true }).fill(person.ownWords);
    await page.getByRole("textbox", { name: t("form.name"), exact: true }).fill(person.name);
    await page.getByRole("textbox", { name: t("form.email"), exact: true }).fill(person.email);
    await page.getByRole("combobox").selectOption(person.country);
    await press(page, t("form.check"));
    await expectTitle(page, t("check.title"));

    const toMinister = page.getByRole("region", { name: minister.texts.en.short, exact: true });
    await expect(toMinister.getByRole("article")).toContainText(arabic.subject);
    await expect(toMinister.getByRole("article")).toContainText(person.ownWords);
    await expect(toMinister.getByRole("article")).toContainText("فرنسا");
    await expect(toMinister.getByText(english.subject)).toBeHidden();
    await toMinister.getByText(reading("read", { reading: "English" }), { exact: true }).click();
    await expect(toMinister.getByText(english.subject)).toBeVisible();
    await expectAccessible(page, "check");
    const shown = squash(await toMinister.getByRole("article").locator("> div").innerText());
    await press(page, t("check.send"));

    const { mail, link } = await confirmationMail(sending, person);
    expect(mail.text).toContain(reading("mail.leaves", { language: "Arabic" }));
    expect(squash((mail.text ?? "").replaceAll(/^> /gm, ""))).toContain(squash(person.ownWords));
    await confirmBy(page, link, person);
    const letter = await letterToMinister(sending, person);
    expect(letter.subject).toBe(arabic.subject);
    expect(letter.headers.find(({ key }) => key === "content-language")?.value).toBe("ar");
    expect(squash(letter.text ?? ""), "what left is what was shown").toBe(shown);

    await page.getByRole("link", { name: t("thanks.faxButton") }).click();
    const sheet = page.getByRole("article");
    await expect(sheet.getByText(words("ar")("print.date"))).toBeVisible();
    await expect(sheet.getByText(arabic.subject)).toBeVisible();
    await expect(sheet.locator("[dir=auto][lang=en]")).toContainText(squash(person.ownWords).slice(0, 40));
  });
});

/** The appeal's page is kept for a second: waits until it says what was just changed. */
async function openAppeal(page: Page, world: World): Promise<void> {
  await expect(async () => {
    await page.goto(world.url + appealPath("en"));
    await expect(page.getByText(leaves)).toBeVisible({ timeout: 500 });
  }).toPass();
}

/** Each paragraph in Arabic with the same in English, and the Arabic text in a fold for who writes it. */
async function readForm(page: Page): Promise<void> {
  const letter = page.locator("form .sheet");
  await expect(letter.locator("[lang=ar][dir=rtl]", { hasText: arabic.body.slice(0, 60) }).first()).toBeVisible();
  await expect(letter.locator("[lang=en][dir=ltr]", { hasText: english.body.slice(0, 60) })).toBeVisible();
  const body = page.getByRole("textbox", { name: t("form.body"), exact: true });
  await expect(body).toBeHidden();
  await page.getByText(reading("change", { language: "Arabic" }), { exact: true }).click();
  await expect(body).toBeVisible();
  await expectNoSideScroll(page, "form", [320, 375, 1280]);
}
