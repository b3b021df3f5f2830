import type { Page } from "@playwright/test";
import { enter, openCampaign, signIn, tabTo } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectSaved, expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords, words } from "./words";
import { owner, type World } from "./world";

const t = deskWords();
const site = { en: words("en"), ar: words("ar") };

// One campaign lives its whole life here.
test.describe.configure({ mode: "serial" });

let mine = "";
let address = "";

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state);
  await expectNoSideScroll(page, state);
}

async function openLife(page: Page, world: World): Promise<void> {
  await signIn(page, world, owner);
  await page.goto(`${mine}/life`);
}

test("further information begins from an appeal, is scheduled, and then published by hand", async ({
  page,
  sending,
}) => {
  await signIn(page, sending, owner);
  await openCampaign(page);
  await page
    .getByRole("link", { name: t("campaignTabs.life"), exact: true })
    .last()
    .click();
  await expect(page.getByRole("heading", { name: t("life.follow.title") })).toBeVisible();
  const old = page.url();
  await look(page, "life of an open campaign");
  await press(page, t("life.follow.submit"));
  await expect(page).not.toHaveURL(old);
  await expect(page.getByRole("heading", { name: t("campaignActs.title") })).toBeVisible();
  mine = page.url();
  await page.goto(`${mine}/settings`);
  await page.getByLabel(t("campaignSettings.permittedBy")).fill("his family");
  await page.getByLabel(t("campaignSettings.permittedOn")).fill("2026-11-01");
  await press(page, t("campaignSettings.submit"));
  await expectSaved(page);

  await page.goto(`${mine}/life`);
  await page.getByLabel(t("life.day"), { exact: true }).fill("2036-06-30");
  await enter(page, "form:has(#deadlineDate) button");
  await expect(page.getByText(/It is published by itself on 30 June 2036/)).toBeVisible();
  await look(page, "life of a scheduled campaign");
  await press(page, t("life.schedule.cancel"));
  await expect(page.getByRole("button", { name: t("life.schedule.cancel") })).toHaveCount(0);
  await page.goto(`${mine}/publish`);
  await press(page, t("publishing.submitCampaign"));
  await expect(page).toHaveURL(mine);
  address = (await page.getByRole("link", { name: t("campaign.public") }).getAttribute("href")) ?? "";
});

test("an outcome is recorded and read on the page; the facts are verified", async ({ page, sending }) => {
  await openLife(page, sending);
  await press(page, t("life.verified.today"));
  await expect(page.getByText(/^Last verified on/)).toBeVisible();
  await page.getByText(t("life.outcomes.add"), { exact: true }).click();
  await press(page, t("life.outcomes.submit"));
  await expect(page.getByRole("alert").first()).toContainText(t("errors.outcome.required"));
  await look(page, "an outcome with faults");
  await page.getByLabel(t("life.outcomes.happenedOn")).fill("2026-11-20");
  await page.getByLabel(t("life.outcomes.outcome")).fill("His trial was put off.");
  await page.getByLabel(t("life.outcomes.audiences.public")).check();
  await press(page, t("life.outcomes.submit"));
  await expect(page.getByRole("listitem").filter({ hasText: "His trial was put off." })).toBeVisible();
  await page.goto(sending.url + address);
  await expect(page.getByRole("region", { name: site.en("appeal.outcomes") })).toContainText("His trial was put off.");
  await look(page, "an appeal with an outcome");
});

test("STOP by keyboard: the desk, the page in both languages and the old page say so", async ({ page, sending }) => {
  await openLife(page, sending);
  await enter(page, `a[href$="/stop"]`);
  await expectTitle(page, t("life.stop.pageTitle"));
  await enter(page, "main form button");
  await expect(page.getByRole("main").getByRole("alert")).toContainText(t("errors.certain.required"));
  await look(page, "a STOP with a fault");
  await tabTo(page, "#stopReason");
  await page.keyboard.type("His family asks for silence.");
  await tabTo(page, "#certain");
  await page.keyboard.press("Space");
  await enter(page, "main form button");
  await expect(page).toHaveURL(`${mine}/life`);
  await expect(page.getByText(t("life.stop.toldNobody"))).toBeVisible();
  await look(page, "life of a stopped campaign");
  for (const locale of ["en", "ar"] as const) {
    await page.goto(sending.url + address.replace("/en/", `/${locale}/`));
    const stopped = page.getByRole("complementary", { name: site[locale]("appeal.stoppedTitle") });
    await expect(stopped).toContainText("His family asks for silence.");
    await expect(page.getByRole("textbox")).toHaveCount(0);
    await expect(page.getByText(site[locale]("appeal.readThen"))).toBeVisible();
    await expect(page.getByText(site[locale]("appeal.fullCase"))).toBeHidden();
    await look(page, `a stopped appeal, ${locale}`);
  }
  await expect(page.locator("section[aria-labelledby=afterwards]")).toBeVisible();
  await expect(page.locator('[data-share], meta[property="og:image"], [type="application/ld+json"]')).toHaveCount(0);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
  await page.goto(`${sending.url}/en`);
  await expect(page.locator(`a[href="${address}"]`)).toHaveCount(0);
});

test("a STOP is taken back after a mistake, and the campaign rests until it is resumed", async ({ page, sending }) => {
  await openLife(page, sending);
  await press(page, t("life.stop.lift"));
  await expect(page.getByRole("link", { name: t("life.stop.open") })).toBeVisible();
  await page.goto(mine);
  await press(page, t("campaignActs.close"));
  await press(page, t("campaignActs.archive"));
  await expect(page.getByRole("button", { name: t("campaignActs.restore") })).toBeVisible();
});

test("tasks say that nothing waits", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await page
    .getByRole("link", { name: t("rail.tasks"), exact: true })
    .first()
    .click();
  await expectTitle(page, t("tasks.title"));
  await expect(page.getByText(t("tasks.emptyTitle"))).toBeVisible();
  await look(page, "no tasks");
});
