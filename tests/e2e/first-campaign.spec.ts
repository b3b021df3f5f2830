import type { Page } from "@playwright/test";
import { addMember } from "./add-member";
import { enter, tabTo, typeInto } from "./desk-steps";
import { expectSaved, expectTitle, squash } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { listMails, mailTo, type World } from "./world";

const t = deskWords();
const newcomer = {
  name: "Noor Newcomer",
  email: "noor@desk.test",
  password: "eight small boats at sea",
  role: "campaigner",
} as const;
const submit = "main form button:not([type=button]):not([name])";
const page = {
  en: { request: "Let the nurse go", summary: "She was taken from her ward on 3 November.", body: "The full story." },
  ar: { request: "أطلقوا سراح الممرضة", summary: "اقتيدت من قسمها في 3 نوفمبر.", body: "القصة كاملة." },
};
const letter = {
  en: { subject: "The nurse in your custody", body: "I ask you to let the nurse go." },
  ar: { subject: "الممرضة المحتجزة لديكم", body: "أطلب منكم إطلاق سراح الممرضة." },
};
const minister = { en: "Minister of Health", ar: "وزير الصحة", way: "E-mail", address: "minister@health.example.org" };
const governor = { en: "Prison governor", ar: "مدير السجن", way: "Fax", address: "+47 22 11 33 44" };
const mostMinutes = 3;

// The whole way is walked by the keyboard, and on links alone that the pages themselves offer.
test("from sign-in to a published campaign with two recipients, letters in two languages and a test", async ({
  page: desk,
  sending,
}) => {
  test.setTimeout(mostMinutes * 60_000);
  await addMember(sending, newcomer);
  const began = Date.now();
  await desk.goto("/desk");
  await typeInto(desk, "#email", newcomer.email);
  await typeInto(desk, "#password", newcomer.password);
  await desk.keyboard.press("Enter");
  await expectTitle(desk, t("overview.title"));

  await beginCampaign(desk);
  await writePage(desk);
  await sayWhoMaySee(desk);
  await goOn(desk, "recipients");
  await addRecipient(desk, minister);
  await addRecipient(desk, governor);
  await goOn(desk, "letters");
  await writeLetter(desk, "en");
  await sendTest(desk, sending, "en");
  await enter(desk, "main details:has([name=language]) > summary");
  await typeInto(desk, "main details [name=language]", "Arabic");
  await enter(desk, "main details form button");
  await expect(desk).toHaveURL(/language=ar/);
  await writeLetter(desk, "ar");
  await sendTest(desk, sending, "ar");
  await goOn(desk, "review");
  await enter(desk, submit);
  await expect(desk.getByRole("button", { name: t("campaignActs.pause") })).toBeVisible();

  await enter(desk, 'main a[href*="/appeals/"]');
  await expectPublic(desk, "en");
  await desk.goto(desk.url().replace("/en/", "/ar/"));
  await expectPublic(desk, "ar");
  expect((Date.now() - began) / 60_000, "minutes from sign-in to the public page").toBeLessThan(mostMinutes);
  expect(await listMails(sending, minister.address)).toEqual([]);
});

async function beginCampaign(desk: Page): Promise<void> {
  await enter(desk, 'main a[href="/desk/campaigns/new"]');
  await expectTitle(desk, t("newCampaign.title"));
  await typeInto(desk, "#title", "A nurse in prison");
  await typeInto(desk, "#caseTitle", "Taken from the ward");
  await typeInto(desk, "#country", "Norway");
  await enter(desk, submit);
  await expect(desk).toHaveURL(/\/campaigns\/[\w-]+\/page$/);
}

async function writePage(desk: Page): Promise<void> {
  await writeText(desk, page.en);
  await enter(desk, "main details > summary");
  await typeInto(desk, "main details #language", "Arabic");
  await enter(desk, "main details form button");
  await expect(desk).toHaveURL(/language=ar$/);
  await typeInto(desk, "#title", "ممرضة في السجن");
  await writeText(desk, page.ar);
}

async function writeText(desk: Page, text: Record<"request" | "summary" | "body", string>): Promise<void> {
  for (const [field, typed] of Object.entries(text)) await typeInto(desk, `#${field}`, typed);
  await save(desk);
}

/** What is missing leads round to the settings, and there to its field. */
async function sayWhoMaySee(desk: Page): Promise<void> {
  await goOn(desk, "case");
  await enter(desk, 'main a[href$="#distribution"]');
  await expect(desk).toHaveURL(/\/settings#distribution$/);
  await tabTo(desk, "[name=distribution]");
  while (!(await desk.locator("#distribution-web").isChecked())) await desk.keyboard.press("ArrowDown");
  await typeInto(desk, "#permittedBy", "her family");
  await typeInto(desk, "#permittedOn", "01112026");
  await save(desk);
}

type Addressee = { en: string; ar: string; way: string; address: string };

async function addRecipient(desk: Page, { en, ar, way, address }: Addressee): Promise<void> {
  await enter(desk, 'main a[href$="/recipients/new"]');
  await expectTitle(desk, t("recipient.newTitle"));
  const texts = { en: [en, "Your Excellency,"], ar: [ar, "صاحب المعالي،"] };
  for (const [language, [name = "", salutation = ""]] of Object.entries(texts)) {
    await typeInto(desk, `#text-${language}-office`, name);
    await typeInto(desk, `#text-${language}-short`, name);
    await typeInto(desk, `#text-${language}-salutation`, salutation);
  }
  await typeInto(desk, "#country", "Norway");
  await typeInto(desk, "#address-0-channel", way);
  await typeInto(desk, "#address-0-value", address);
  await enter(desk, submit);
  await expect(desk).toHaveURL(/\/recipients$/);
  await expect(desk.getByRole("link", { name: en, exact: true })).toBeVisible();
}

async function writeLetter(desk: Page, language: "en" | "ar"): Promise<void> {
  await typeInto(desk, "#subject", letter[language].subject);
  await typeInto(desk, "#body", letter[language].body);
  await save(desk);
}

async function sendTest(desk: Page, world: World, language: "en" | "ar"): Promise<void> {
  await tabTo(desk, "[name=recipient]");
  await enter(desk, submit);
  await expect(desk.getByText(t("letter.test.done", { email: newcomer.email }))).toBeVisible();
  const { subject, body } = letter[language];
  const mail = await mailTo(world, newcomer.email, (one) => one.subject === `[TEST] ${subject}`);
  expect(squash(mail.text ?? "")).toContain(body);
}

/** Takes the way on that stands where the step ends. */
async function goOn(desk: Page, step: "case" | "recipients" | "letters" | "review"): Promise<void> {
  const way = desk.getByRole("link", { name: t("steps.next", { step: t(`steps.names.${step}`) }) }).last();
  const href = await way.getAttribute("href");
  await enter(desk, `main a[href="${href}"]`);
  const rooms = desk.getByRole("navigation", { name: t("campaignTabs.label") });
  await expect(rooms.locator("[aria-current=page]")).toContainText(t(`steps.names.${step}`));
}

async function save(desk: Page): Promise<void> {
  await enter(desk, submit);
  await expectSaved(desk);
}

async function expectPublic(desk: Page, language: "en" | "ar"): Promise<void> {
  await expectTitle(desk, page[language].request);
  await expect(desk.locator("#body")).toHaveValue(letter[language].body);
  await expect(desk.getByText(minister[language]).first()).toBeVisible();
  await expect(desk.getByText(governor[language]).first()).toBeVisible();
}
