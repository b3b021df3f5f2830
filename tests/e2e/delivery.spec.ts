import type { Page } from "@playwright/test";
import { openCampaign, signIn } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { demoAppeal } from "@/prisma/demo/appeal";
import { expectSaved, expectTitle, press, signAndConfirm, someone } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { owner, type World } from "./world";

const t = deskWords();

// What one test pauses, the next one finds going on.
test.describe.configure({ mode: "serial" });

async function openDelivery(page: Page, world: World): Promise<void> {
  await signIn(page, world, owner);
  await openCampaign(page);
  await page
    .getByRole("link", { name: t("campaignTabs.delivery"), exact: true })
    .last()
    .click();
  await expect(page.getByRole("heading", { name: t("delivery.pause.title") })).toBeVisible();
}

/** How many letters of the campaign a mail server has accepted, as the open page says. */
async function accepted(page: Page): Promise<number> {
  const table = page.getByRole("table", { name: t("delivery.captionOfOne") });
  if ((await table.count()) === 0) return 0;
  const column = (await table.getByRole("columnheader").allTextContents()).indexOf(t("delivery.stations.accepted"));
  const last = table.getByRole("row").last();
  const cells = await last.locator("th, td").allTextContents();
  return Number((cells[column] ?? "").replace(t("delivery.stations.accepted"), "").replaceAll(",", ""));
}

test("numbers change without a reload when a letter is accepted", async ({ page, context, sending }) => {
  await openDelivery(page, sending);
  await expect(page.getByText(t("delivery.live.live"))).toBeVisible();
  const before = await accepted(page);
  const loads: string[] = [];
  page.on("load", () => loads.push(page.url()));
  const elsewhere = await context.newPage();
  await signAndConfirm(elsewhere, sending, someone());
  await expect.poll(() => accepted(page), { timeout: 20_000 }).toBe(before + 1);
  expect(loads).toEqual([]);
  const chart = page.getByRole("region", { name: t("delivery.chart.title") });
  await expect(chart.getByRole("img", { name: /Letters accepted in each minute/ })).toBeVisible();
  await expect(chart.getByRole("table")).toContainText("1");
  await expectAccessible(page, "delivery of a campaign");
  await expectNoSideScroll(page, "delivery of a campaign");
  await chart.getByRole("link", { name: t("delivery.chart.spans.days") }).click();
  await expect(chart.getByRole("table", { name: t("delivery.chart.caption.days") })).toBeVisible();
});

test("a pause is seen at once, on every page, with its reason, and ended", async ({ page, sending }) => {
  await openDelivery(page, sending);
  const main = page.getByRole("main");
  await page.getByLabel(t("delivery.pause.reason")).fill("The facts are checked again");
  await press(page, t("delivery.pause.submit"));
  const pauses = main.getByRole("region", { name: t("delivery.pauses.title"), exact: true });
  await expect(pauses).toContainText(t("delivery.pauses.scopes.campaign", { subject: demoAppeal.texts.en.title }));
  await expect(pauses).toContainText("The facts are checked again");
  await expect(main.getByText(`✓ ${t("delivery.pause.done")}`, { exact: true })).toBeVisible();
  await expectAccessible(page, "a pause");
  await expectNoSideScroll(page, "a pause");
  await page
    .getByRole("link", { name: t("rail.campaigns"), exact: true })
    .first()
    .click();
  const bar = page.getByRole("complementary", { name: t("delivery.bar.title") });
  await expect(bar).toContainText(t("delivery.bar.some", { count: 1 }));
  await bar.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("delivery.title"));
  await expectAccessible(page, "delivery");
  await expectNoSideScroll(page, "delivery");
  await press(page, t("delivery.pauses.resume"));
  await expect(bar).toBeHidden();
  await expect(pauses).toBeHidden();
});

test("a pause made elsewhere is seen without a reload", async ({ page, context, sending }) => {
  await openDelivery(page, sending);
  await expect(page.getByText(t("delivery.live.live"))).toBeVisible();
  const other = await context.newPage();
  await other.goto(`${sending.url}/desk/delivery`);
  await other.getByLabel(t("delivery.pause.target")).selectOption("organisation");
  await press(other, t("delivery.pause.submit"));
  await expect(page.getByText(t("delivery.pauses.scopes.organisation"))).toBeVisible({ timeout: 5000 });
  await press(other, t("delivery.pauses.resume"));
  await expect(page.getByText(t("delivery.pauses.scopes.organisation"))).toBeHidden({ timeout: 5000 });
});

test("where events do not come through, the page asks", async ({ page, context, sending }) => {
  await page.addInitScript(() => {
    class Closed extends EventTarget {
      static readonly CLOSED = 2;
      readyState = 2;
      constructor() {
        super();
        setTimeout(() => this.dispatchEvent(new Event("error")));
      }
      close(): void {
        this.readyState = 2;
      }
    }
    Object.assign(window, { EventSource: Closed });
  });
  await openDelivery(page, sending);
  await expect(page.getByText(t("delivery.live.asking"))).toBeVisible();
  const before = await accepted(page);
  await signAndConfirm(await context.newPage(), sending, someone());
  await expect.poll(() => accepted(page), { timeout: 25_000 }).toBe(before + 1);
});

test("news are for members, and end with their session", async ({ page, context, request, sending }) => {
  expect((await request.get(`${sending.url}/desk/delivery/stream`)).status()).toBe(401);
  // Not the page of the test, which has no news either: a browser notes on its console that it was refused.
  const viewer = await context.newPage();
  await openDelivery(viewer, sending);
  await expect(viewer.getByText(t("delivery.live.live"))).toBeVisible();
  const unknown = await viewer.request.get(`${sending.url}/desk/delivery/stream?campaign=${crypto.randomUUID()}`);
  expect(unknown.status()).toBe(404);
  await page.goto(`${sending.url}/desk/campaigns`);
  await press(page, t("rail.signOut"));
  await expectTitle(page, t("signIn.title"));
  await expect(viewer.getByText(t("delivery.live.over"))).toBeVisible({ timeout: 30_000 });
});

test("how letters leave is a setting; letters cannot be spread without an end", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await openCampaign(page);
  await page.getByRole("link", { name: t("campaignTabs.settings"), exact: true }).click();
  const tick = (name: string) => page.getByRole("checkbox", { name, exact: true });
  const deadline = page.getByLabel(t("campaignSettings.deadlineDate"));
  const day = await deadline.inputValue();
  const time = await page.getByLabel(t("campaignSettings.deadlineTime")).inputValue();
  await deadline.fill("");
  await page.getByLabel(t("campaignSettings.deadlineTime")).fill("");
  await tick(t("deliveryOptions.drip")).check();
  await press(page, t("campaignSettings.submit"));
  await expect(page.getByRole("alert").getByRole("link")).toHaveText(t("errors.drip.no-deadline"));
  await expectAccessible(page, "settings with a fault");
  await tick(t("deliveryOptions.drip")).uncheck();
  await deadline.fill(day);
  await page.getByLabel(t("campaignSettings.deadlineTime")).fill(time);
  await page.getByRole("radio", { name: t("deliveryOptions.hold"), exact: true }).check();
  await press(page, t("campaignSettings.submit"));
  await expectSaved(page);
  await page.reload();
  await expect(page.getByRole("radio", { name: t("deliveryOptions.hold"), exact: true })).toBeChecked();
  await page.getByRole("radio", { name: t("deliveryOptions.resend"), exact: true }).check();
  await press(page, t("campaignSettings.submit"));
  await expectSaved(page);
});
