import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { parseCsv } from "@/tests/parse-csv";
import { enter, tabTo, typeInto } from "./desk-steps";
import { confirmBy, confirmationMail, expectSaved, expectTitle, fillForm, press, someone, squash } from "./steps";
import { expect, test } from "./test";
import { deskWords, words } from "./words";
import { mailTo } from "./world";

const t = deskWords();
const owner = { email: "founder@desk.test", password: "seven geese walk home" };
const person = someone({ replyConsent: true, name: "Øystein Þórsson", country: "NO" });
const minister = { en: "Minister of Justice", ar: "وزير العدل", email: "minister@justice.example.org" };
const submit = "main form button:not([type=button]):not([name])";
const letter = {
  en: { subject: "Release the teacher", body: "I ask you to release the teacher.", closing: "Respectfully," },
  ar: { subject: "الإفراج عن المعلم", body: "أطلب منكم الإفراج عن المعلم.", closing: "مع فائق الاحترام،" },
};

// One way, from the first minute of an installation: each test goes on where the one before ended.
test.describe.configure({ mode: "serial" });
test.use({ baseURL: async ({ fresh }, use) => use(fresh.url) });

let campaign = "";
let appeal = "";

test("with the keyboard alone, from the set-up link: an organisation and a campaign in two languages, published", async ({
  page,
  fresh,
}) => {
  test.slow();
  await page.goto(fresh.setUpLink ?? "");
  await typeInto(page, "#organisation", "Teachers’ Watch");
  await typeInto(page, "#name", "Amal Haddad");
  await typeInto(page, "#email", owner.email);
  await typeInto(page, "#password", owner.password);
  await page.keyboard.press("Enter");
  await expectTitle(page, t("overview.title"));

  await enter(page, 'a[href="/desk/campaigns/new"]');
  await expectTitle(page, t("newCampaign.title"));
  await typeInto(page, "#title", "A teacher in prison");
  await typeInto(page, "#caseTitle", "Arrested in class");
  await typeInto(page, "#country", "Norway");
  await enter(page, submit);
  await expect(page).toHaveURL(/\/campaigns\/[\w-]+\/page$/);
  campaign = page.url().replace(/\/page$/, "");

  await writeText(page, {
    request: "Release the teacher",
    summary: "She was taken from class.",
    body: "The full story.",
  });
  await page.goto(`${campaign}/page`);
  await enter(page, "main details > summary");
  await typeInto(page, "main details #language", "Arabic");
  await enter(page, "main details form button");
  await expect(page).toHaveURL(/language=ar$/);
  await typeInto(page, "#title", "معلمة في السجن");
  await writeText(page, { request: "أفرجوا عن المعلمة", summary: "اقتيدت من الصف.", body: "القصة كاملة." });

  await writeLetter(page, "en");
  await writeLetter(page, "ar");

  await addRecipient(page, { short: minister.en, arabic: minister.ar, channel: "E-mail", value: minister.email });
  await addRecipient(page, { short: "Ambassador", arabic: "السفير", channel: "Fax", value: "+44 1632 960199" });

  await page.goto(`${campaign}/settings`);
  await tabTo(page, "[name=distribution]");
  while (!(await page.locator("#distribution-web").isChecked())) await page.keyboard.press("ArrowDown");
  await typeInto(page, "#permittedBy", "her family");
  await typeInto(page, "#permittedOn", "01112026");
  await save(page);

  await page.goto(campaign);
  await enter(page, 'main a[href$="/publish"]');
  await expectTitle(page, t("publishing.campaignTitle"));
  appeal =
    (
      await page
        .getByText(/\/appeals\//)
        .first()
        .textContent()
    )?.match(/https?:\S+\/appeals\/[\w-]+/)?.[0] ?? "";
  await enter(page, submit);
  await expect(page).toHaveURL(campaign);
  await expect(page.getByRole("button", { name: t("campaignActs.pause") })).toBeVisible();
});

test.describe("somebody else, without script", () => {
  test.use({ javaScriptEnabled: false });

  test("signs and confirms, and the letter is accepted by a mail server", async ({ page, fresh }) => {
    const site = words("en");
    await page.goto(appeal);
    await expectTitle(page, "Release the teacher");
    await fillForm(page, person);
    await press(page, site("form.check"));
    await press(page, site("check.send"));
    await expectTitle(page, site("sent.title"));
    await confirmBy(page, (await confirmationMail(fresh, person)).link, person);
    const mail = await mailTo(fresh, minister.email);
    expect(mail).toMatchObject({ subject: letter.en.subject, from: { name: person.name } });
    expect(mail.replyTo).toMatchObject([{ address: person.email }]);
    expect(squash(mail.text ?? "")).toContain(squash(person.ownWords));
    await page.goto(appeal.replace("/en/", "/ar/"));
    await expectTitle(page, "أفرجوا عن المعلمة");
  });

  test("reads in Korean that nobody has translated the appeal, and finds the languages it is in", async ({ page }) => {
    await page.goto(appeal.replace("/en/", "/ko/"));
    await expectTitle(page, "Release the teacher");
    await expect(page.getByText("원문 언어: 영어.")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 }).locator("xpath=ancestor::*[@lang][1]")).toHaveAttribute(
      "lang",
      "en",
    );
    expect(await alternatesOf(page)).toEqual(["ar", "en", "x-default"]);
    await page.goto(appeal);
    await expect(page.getByText(/has not been translated/)).toHaveCount(0);
  });
});

test("the organiser reads true numbers, and takes the signatures home", async ({ page }) => {
  await page.goto(campaign);
  await page.getByLabel(t("fields.email"), { exact: true }).fill(owner.email);
  await page.getByLabel(t("fields.password"), { exact: true }).fill(owner.password);
  await press(page, t("signIn.submit"));
  await expectTitle(page, "A teacher in prison");
  await expect(async () => {
    await page.reload();
    const accepted = page
      .locator("main dl > div")
      .filter({ has: page.getByText(t("tallies.accepted"), { exact: true }) });
    await expect(accepted.locator("dd")).toHaveText("1", { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await page.goto(`${campaign}/signatures/export`);
  await page.getByLabel(t("exports.heads.signatures.name"), { exact: true }).check();
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, t("exports.submit"))]);
  const rows = parseCsv(readFileSync(await download.path(), "utf8").replace(/^\ufeff/, ""));
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain(person.name);
});

/** The languages a page says it can be had in. */
async function alternatesOf(page: Page): Promise<string[]> {
  const tags = await page
    .locator('link[rel="alternate"][hreflang]')
    .evaluateAll((links: HTMLLinkElement[]) => links.map(({ hreflang }) => hreflang));
  return tags.toSorted();
}

async function save(page: Page): Promise<void> {
  await enter(page, submit);
  await expectSaved(page);
}

async function writeText(page: Page, text: Record<"request" | "summary" | "body", string>): Promise<void> {
  for (const [field, typed] of Object.entries(text)) await typeInto(page, `#${field}`, typed);
  await save(page);
}

async function writeLetter(page: Page, language: "en" | "ar"): Promise<void> {
  await page.goto(`${campaign}/letter?language=${language}`);
  await typeInto(page, "#subject", letter[language].subject);
  await tabTo(page, "#opening");
  await page.keyboard.insertText("{{salutation}}");
  await typeInto(page, "#body", letter[language].body);
  await tabTo(page, "#closing");
  await page.keyboard.insertText(`${letter[language].closing}\n{{name}}\n{{country}}`);
  await save(page);
}

type Addressee = { short: string; arabic: string; channel: string; value: string };

async function addRecipient(page: Page, { short, arabic, channel, value }: Addressee): Promise<void> {
  await page.goto(`${campaign}/recipients/new`);
  const texts = {
    en: { name: short, salutation: "Your Excellency," },
    ar: { name: arabic, salutation: "صاحب المعالي،" },
  };
  for (const [language, { name, salutation }] of Object.entries(texts)) {
    await typeInto(page, `#text-${language}-office`, name);
    await typeInto(page, `#text-${language}-short`, name);
    await typeInto(page, `#text-${language}-salutation`, salutation);
  }
  await typeInto(page, "#country", "Norway");
  await typeInto(page, "#address-0-channel", channel);
  await typeInto(page, "#address-0-value", value);
  await enter(page, submit);
  await expect(page).toHaveURL(`${campaign}/recipients`);
  await expect(page.getByRole("link", { name: short, exact: true })).toBeVisible();
}
