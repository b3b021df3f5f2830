import type { Page } from "@playwright/test";
import { demoAppeal } from "@/prisma/demo/appeal";
import { testPicture } from "@/tests/pictures";
import { signIn } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { owner } from "./world";

const t = deskWords();
const title = "The student taken from a café in Shenyang";
const name = "Kim Chul-soo";
let caseUrl = "";

test.describe.configure({ mode: "serial" });

test("a case, a person at risk, a consent and a picture are entered one after the other", async ({ page, sending }) => {
  test.slow();
  await signIn(page, sending, owner);
  await page.getByRole("link", { name: t("rail.cases"), exact: true }).click();
  await page.getByRole("link", { name: t("cases.new") }).click();
  await press(page, t("cases.create"));
  await expect(alert(page).getByRole("link")).toHaveText([t("errors.title.required"), t("errors.country.required")]);
  await look(page, "new case with faults");
  await field(page, t("cases.titleField")).fill(title);
  await page.getByLabel(t("cases.country"), { exact: true }).selectOption("CN");
  await page.reload();
  await expect(page.getByText(t("form.kept"))).toBeVisible();
  await expect(field(page, t("cases.titleField"))).toHaveValue(title);
  await press(page, t("cases.create"));
  await expectTitle(page, title);
  caseUrl = page.url();
  await look(page, "empty case");
  await page.goto("/desk/cases/new");
  await expect(field(page, t("cases.titleField"))).toHaveValue("");

  await page.goto(caseUrl);
  await page.getByRole("link", { name: t("persons.add") }).click();
  await fillOptional(page, t("persons.publicName"), name);
  await fillOptional(page, t("persons.originalScript"), "김철수");
  await fillOptional(page, t("persons.aliases"), "Kim Cheol-su\nComrade K.");
  await look(page, "new person");
  await press(page, t("persons.create"));
  await expectTitle(page, name);
  await expect(page.getByText(t("consents.empty"))).toBeVisible();
  await press(page, t("consents.record"));
  await expect(alert(page).getByRole("link")).toHaveText([
    t("errors.covers.choose"),
    t("errors.givenBy.required"),
    t("errors.givenOn.required"),
  ]);
  await look(page, "person with faults");
  await page.getByLabel(t("consents.scopes.name"), { exact: true }).check();
  await page.getByLabel(t("consents.scopes.picture"), { exact: true }).check();
  await page.getByLabel(t("consents.givenBy"), { exact: true }).selectOption("family");
  await field(page, t("consents.givenOn")).fill("2026-11-03");
  await press(page, t("consents.record"));
  await expectTitle(page, title);
  await expect(page.getByText(`${t("consents.scopes.name")} · ${t("consents.scopes.picture")}`)).toBeVisible();
});

test("a picture loses what the camera wrote into it; a file that is none is refused beside the field", async ({
  page,
  sending,
}) => {
  test.slow();
  await signIn(page, sending, owner);
  await page.goto(caseUrl);
  await page.getByRole("link", { name: t("pictures.add") }).click();
  await choose(page, "letter.jpg", Buffer.from("Dear friends"));
  await field(page, t("pictures.credit")).fill("Photograph: his family");
  await page.getByLabel(name, { exact: true }).check();
  await press(page, t("pictures.submit"));
  await expect(alert(page).getByRole("link")).toHaveText([t("errors.file.not-a-picture")]);
  await expect(field(page, t("pictures.credit"))).toHaveValue("Photograph: his family");
  await look(page, "picture with a fault");
  const taken = Buffer.from(await testPicture({ width: 2400, height: 1200 }));
  expect(taken.includes("Telephone of a witness")).toBe(true);
  await choose(page, "IMG_0042.JPG", taken);
  await press(page, t("pictures.submit"));
  await expectTitle(page, title);
  const picture = page.getByRole("img", { name: t("pictures.alt", { credit: "Photograph: his family" }) });
  await expect(picture).toHaveJSProperty("naturalWidth", 1200);
  await look(page, "case");
  const served = await page.request.get((await picture.getAttribute("src")) ?? "");
  expect(served.headers()).toMatchObject({ "content-type": "image/jpeg", "cache-control": "private, no-store" });
  const bytes = await served.body();
  for (const trace of ["Telephone", "Exif", "GPS", "ICC_PROFILE"]) expect(bytes.includes(trace), trace).toBe(false);
  const src = (await picture.getAttribute("src")) ?? "";
  await page.context().clearCookies();
  expect((await page.request.get(src)).status()).toBe(404);
});

test("withdrawing says first what it does, asks for a reason, and takes the picture away", async ({
  page,
  sending,
}) => {
  test.slow();
  await signIn(page, sending, owner);
  await page.goto(caseUrl);
  await page.getByRole("link", { name: `${t("persons.edit")}: ${name}` }).click();
  await page.getByRole("link", { name: t("consents.withdraw"), exact: true }).click();
  await expectTitle(page, t("withdrawal.title"));
  await expect(page.getByText(t("withdrawal.pictures", { count: 1 }))).toBeVisible();
  await press(page, t("withdrawal.submit"));
  await expect(alert(page).getByRole("link")).toHaveText([
    t("errors.reason.required"),
    t("errors.confirmation.required"),
  ]);
  await look(page, "withdraw with faults");
  await page.getByLabel(t("withdrawal.reason"), { exact: true }).fill("His sister asked us by telephone.");
  await page.getByLabel(t("withdrawal.understood")).check();
  await press(page, t("withdrawal.submit"));
  await expectTitle(page, title);
  await expect(page.getByText(t("consents.none"))).toBeVisible();
  await expect(page.getByText(t("pictures.gone"), { exact: true })).toBeVisible();
  await page.goto("/desk/cases");
  await expect(page.getByRole("row", { name: title })).toContainText(name);
  await look(page, "cases");
});

test("the original of a campaign is kept byte for byte, and its picture page leads to the case", async ({
  page,
  sending,
}) => {
  test.slow();
  await signIn(page, sending, owner);
  await page.getByRole("link", { name: demoAppeal.texts.en.title }).click();
  await expectTitle(page, demoAppeal.texts.en.title);
  const campaign = page.url();
  await page.goto(`${campaign}/picture`);
  await expect(page.getByText(t("pictureChoice.empty"))).toBeVisible();
  await look(page, "campaign without a picture");
  await page.goto(`${campaign}/original`);
  await look(page, "original");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: t("original.open") }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("original.txt");
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  expect(Buffer.concat(parts).toString()).toBe(demoAppeal.original);
});

function alert(page: Page) {
  return page.getByRole("main").getByRole("alert");
}

function field(page: Page, label: string) {
  return page.getByLabel(label, { exact: true });
}

async function fillOptional(page: Page, label: string, value: string): Promise<void> {
  await field(page, `${label} (${t("form.optional")})`).fill(value);
}

async function choose(page: Page, file: string, buffer: Buffer): Promise<void> {
  await field(page, t("pictures.file")).setInputFiles({ name: file, mimeType: "image/jpeg", buffer });
}

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state);
  await expectNoSideScroll(page, state);
}
