import type { Page } from "@playwright/test";
import { demoAppeal } from "@/prisma/demo/appeal";
import { asAdministrator } from "@/tests/cluster";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { ambassador, expectTitle, letterToMinister, press, type Person, signAndConfirm, someone } from "./steps";
import { expect, test } from "./test";
import { words } from "./words";
import type { World } from "./world";

// Both change the demo appeal for a while.
test.describe.configure({ mode: "serial" });

/** Writes down what must not be mentioned in the demo appeal. */
async function watchFor(world: World, list: string[]): Promise<void> {
  await run(world, "update campaigns set do_not_mention = $1, do_not_mention_at = now() where slug = $2", [
    list,
    demoAppeal.slug,
  ]);
}

async function run(world: World, text: string, values: unknown[] = []): Promise<void> {
  await asAdministrator(world.databaseUrl, async (client) => {
    await client.query(text, values);
  });
}

/** Somebody whose letters are held, and who was asked about them; their own page is open. */
async function signAndBeAsked(page: Page, world: World, person: Person): Promise<void> {
  await signAndConfirm(page, world, person);
  await run(
    world,
    `update signatures set words_asked_at = now()
     where id in (select signature_id from letters where state = 'held' and hold_reason = 'words')`,
  );
  await page.reload();
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of ["en", "ar"] as const) {
    test(`a writer who was asked writes other words, which then leave: ${locale}`, async ({ page, sending }) => {
      const t = words(locale);
      const mark = someone().email.slice(0, 12);
      const person = someone({ locale, ownWords: `Zebra ${mark}` });
      await watchFor(sending, ["zebra"]);
      await signAndBeAsked(page, sending, person);
      await expect(page.getByText(t("mine.waitsForYou")).first()).toBeVisible();
      const mine = page.url();
      await page.getByRole("link", { name: t("mine.askedButton") }).click();
      await expectTitle(page, t("rewrite.title"));
      const [body, own] = [page.locator("#body"), page.locator("#ownWords")];
      await expect(own).toHaveValue(person.ownWords);
      const sample = await body.inputValue();

      await body.fill("");
      await own.fill("Typed in vain");
      await press(page, t("rewrite.submit"));
      await expect(page.getByRole("alert").getByRole("link")).toHaveText([t("errors.body.required")]);
      await expect(own).toHaveValue("Typed in vain");
      await page.goto(mine);
      await expect(page.getByRole("link", { name: t("mine.askedButton") })).toBeVisible();

      await page.getByRole("link", { name: t("mine.askedButton") }).click();
      await body.fill(sample);
      await own.fill(`A horse ${mark}`);
      await press(page, t("rewrite.submit"));
      await expectTitle(page, t("mine.title"));
      await expect(page.getByText(t("mine.waitsForYou"))).toHaveCount(0);
      await expect(page.getByText(t("mine.toRead"))).toHaveCount(0);
      await expect(page.getByText(`A horse ${mark}`).first()).toBeAttached();
      const mail = await letterToMinister(sending, { ...person, ownWords: `A horse ${mark}` });
      expect(mail.text).not.toContain("Zebra");

      expect((await page.goto(`${mine}/words`))?.status()).toBe(409);
      await expectTitle(page, t("refusals.not-possible-now.title"));
      await page.getByRole("link", { name: t("refusals.mine") }).click();
      await expectTitle(page, t("mine.title"));
    });
  }

  test("a letter to somebody who is not to be contacted is not to be printed", async ({ page, sending }) => {
    const t = words("en");
    const silence = (at: string | null, reason: string) =>
      run(
        sending,
        `update recipients set do_not_contact_at = $1, do_not_contact_reason = $2
         where id in (select recipient_id from recipient_texts where short = $3)`,
        [at, reason, ambassador.texts.en.short],
      );
    const person = someone();
    await signAndConfirm(page, sending, person);
    const print = page.getByRole("link", { name: t("mine.print") });
    const letter = (await print.getAttribute("href")) ?? "";
    await silence(new Date().toISOString(), "They harmed a writer.");
    await page.reload();
    await expect(print).toHaveCount(0);
    await expect(page.getByText(t("mine.unwanted"))).toBeVisible();
    await expect(page.getByText(t("mine.notToSend"))).toBeVisible();
    await expect(page.getByRole("button", { name: t("mine.faxed") })).toBeVisible();
    expect(await page.content()).not.toContain("harmed");
    expect((await page.goto(letter))?.status()).toBe(409);
    await expectTitle(page, t("refusals.do-not-contact.title"));
    await page.goto(letter.replace(/\/letter\/.*/, "").replace("/mine/", "/thanks/"));
    await expect(page.getByText(t("refusals.do-not-contact.text"))).toBeVisible();
    await expect(page.getByRole("link", { name: t("thanks.faxButton") })).toHaveCount(0);
    await silence(null, "");
    await page.goto(letter.replace(/\/letter\/.*/, ""));
    await expect(print).toBeVisible();
  });
});

test("what a writer who was asked sees can be read by everybody, on any screen", async ({ page, sending }) => {
  await watchFor(sending, ["zebra"]);
  await signAndBeAsked(page, sending, someone({ ownWords: "A zebra" }));
  await expectAccessible(page, "asked");
  await expectNoSideScroll(page, "asked");
  await page.getByRole("link", { name: words("en")("mine.askedButton") }).click();
  await expectTitle(page, words("en")("rewrite.title"));
  await expectAccessible(page, "other words");
  await expectNoSideScroll(page, "other words");
});

test.afterAll(({ sending }) => watchFor(sending, []));
