import type { Locator, Page } from "@playwright/test";
import { demoAppeal } from "@/prisma/demo/appeal";
import { signIn, tabTo } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { owner, readLog } from "./world";

const t = deskWords();
const title = demoAppeal.texts.en.title;

test.beforeEach(async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await page.goto("/desk");
  await expectTitle(page, t("overview.title"));
});

const palette = (page: Page) => page.getByRole("dialog", { name: t("search.label") });
const field = (page: Page) => palette(page).getByRole("combobox", { name: t("search.label") });
const option = (page: Page, name: string | RegExp) => palette(page).getByRole("option", { name });

test("the desk begins with what needs the member, letters today and open campaigns", async ({ page }) => {
  await expect(page).toHaveURL(/\/desk\/overview$/);
  for (const name of [t("overview.needs"), t("overview.today"), t("overview.open")]) {
    await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
  }
  await expect(page.getByRole("row", { name: title })).toBeVisible();
  await expectAccessible(page, "overview");
  await expectNoSideScroll(page, "overview");
  await page.getByRole("main").getByRole("link", { name: title }).first().click();
  await expectTitle(page, title);
});

test("each number of the overview leads to what it counts", async ({ page }) => {
  const links = page.getByRole("region", { name: t("overview.needs") }).getByRole("link");
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  for (const href of new Set(hrefs)) expect((await page.goto(href))?.status(), href).toBe(200);
});

/** Presses the keys until the page, which may not be listening yet, answers. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused({ timeout: 1000 });
  }).toPass();
}

/** Goes down to an answer, before which another campaign with the same words may stand. */
async function choose(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  await expect(palette(page).getByRole("option", { selected: true })).toHaveCount(1);
  await expect(async () => {
    if ((await wanted.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
    await expect(wanted).toHaveAttribute("aria-selected", "true", { timeout: 500 });
  }).toPass();
}

test("with the keyboard alone the palette leads to a page, a campaign, a case and a recipient", async ({ page }) => {
  for (const [typed, name, heading] of [
    ["deliv", t("rail.delivery"), t("delivery.title")],
    [title.slice(0, 12), title, title],
    ["minister", /./, null],
  ] as const) {
    await openPalette(page);
    await page.keyboard.type(typed);
    await choose(page, option(page, name).first());
    await page.keyboard.press("Enter");
    await expect(palette(page)).toBeHidden();
    if (heading) await expectTitle(page, heading);
    else await expect(page).toHaveURL(/\/recipients\/[0-9a-f-]{36}/);
  }
});

test("the palette is a combobox: arrows choose, Escape closes it and the focus is where it was", async ({ page }) => {
  await tabTo(page, 'a[href="/desk/search"]');
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await expect(option(page, t("search.acts.pause"))).toBeVisible();
  await expectAccessible(page, "palette");
  await expectNoSideScroll(page, "palette");
  const active = () => field(page).getAttribute("aria-activedescendant");
  const first = await active();
  await page.keyboard.press("ArrowDown");
  expect(await active()).not.toBe(first);
  await page.keyboard.press("ArrowUp");
  expect(await active()).toBe(first);
  await page.keyboard.press("ArrowUp");
  await expect(palette(page).locator(`[id="${await active()}"]`)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.type("zzzz no such thing");
  await expect(palette(page).getByRole("status")).toHaveText(t("search.count", { count: 0 }));
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await expect(page.locator('a[href="/desk/search"]')).toBeFocused();
});

test("keys by themselves: ? shows the sheet, g and a letter lead on, nothing happens in a field, and they can be switched off", async ({
  page,
}) => {
  const sheet = page.getByRole("dialog", { name: t("shortcuts.title") });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(sheet).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expectAccessible(page, "sheet of shortcuts");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page).toHaveURL(/\/desk\/campaigns$/);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("?gc");
  await expect(field(page)).toHaveValue("?gc");
  await expect(sheet).toBeHidden();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await sheet.getByRole("checkbox", { name: t("shortcuts.single") }).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await page.getByRole("link", { name: t("shortcuts.title") }).click();
  await expect(sheet).toBeVisible();
  await expect(page).toHaveURL(/\/desk\/campaigns$/);
  await sheet.getByRole("checkbox", { name: t("shortcuts.single") }).check();
});

test("the page of the search finds the same, and nothing typed stands in an address or in the log", async ({
  page,
  sending,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/desk/search");
  const search = page.getByRole("searchbox", { name: t("search.label") });
  await search.fill("x");
  await press(page, t("search.submit"));
  await expect(page.getByText(t("errors.q.too-short"))).toBeVisible();
  await search.fill(title.slice(0, 12));
  await press(page, t("search.submit"));
  const hit = page.getByRole("main").getByRole("link", { name: title, exact: true });
  await expect(hit.first()).toBeVisible();
  await expect(search).toHaveValue(title.slice(0, 12));
  await expectAccessible(page, "search");
  await expectNoSideScroll(page, "search");
  await search.fill("Somebody Unheard-of");
  await press(page, t("search.submit"));
  await expect(page.getByText(t("search.none"))).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Somebody Unheard-of");
  await expect(palette(page).getByRole("status")).toHaveText(t("search.count", { count: 0 }));
  expect(asked.filter((url) => /Unheard/i.test(url))).toEqual([]);
  expect(readLog(sending)).not.toMatch(/Unheard/i);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the button leads to the page of the search, which works, and so do the lists", async ({ page }) => {
    await page.getByRole("link", { name: t("search.open") }).click();
    await expectTitle(page, t("search.title"));
    for (const [path, label] of [
      ["/desk/search", t("search.label")],
      ["/desk/campaigns", t("search.campaigns")],
    ] as const) {
      await page.goto(path);
      await page.getByRole("searchbox", { name: label }).fill(title.slice(0, 12));
      await press(page, t("search.submit"));
      const found = page.getByRole("search").getByRole("link", { name: title, exact: true });
      await expect(found.first()).toBeVisible();
      await expect(page).not.toHaveURL(/q=/);
    }
  });
});

test("on a phone the way round is one line with a menu, by keyboard too", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  const head = page.getByRole("banner");
  expect((await head.boundingBox())?.height).toBeLessThan(70);
  await tabTo(page, "summary");
  await page.keyboard.press("Enter");
  const menu = head.getByRole("navigation", { name: t("rail.label") });
  await expect(menu).toBeVisible();
  await expectAccessible(page, "open menu");
  await expectNoSideScroll(page, "open menu", [375]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(head.locator("summary")).toBeFocused();
  await page.keyboard.press("Enter");
  await menu.getByRole("link", { name: t("rail.campaigns") }).click();
  await expectTitle(page, t("campaigns.title"));
  await expect(menu).toBeHidden();
});
