import { type Page } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { asAdministrator } from "@/tests/cluster";
import { sendSignIn } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectSaved, expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { owner, type World } from "./world";

const t = deskWords();
const many = 10_000;
const member = { email: `librarian-${uuidv7()}@desk.test`, password: owner.password };

// An organisation of its own, with as many offices as the library must hold.
test.beforeAll(async ({ sending }) => makeLibrary(sending));
test.beforeEach(async ({ page }) => {
  await page.goto("/desk/recipients");
  await sendSignIn(page, member);
  await expectTitle(page, t("library.title"));
});

const grid = (page: Page) => page.getByRole("grid", { name: t("library.caption") });
const cell = (page: Page, row: number, column: number) => page.locator(`[data-at="${row}-${column}"]`);

/** How long the page took to answer an act and to paint, in milliseconds. */
async function timed(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    performance.clearMarks();
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) performance.mark("slow", { detail: duration });
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  await act();
  return page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))));
    const slow = performance.getEntriesByName("slow").map((mark) => Number((mark as PerformanceMark).detail));
    return Math.max(0, ...slow);
  });
}

test("ten thousand offices are scrolled and narrowed without a stutter", async ({ page }) => {
  await expect(grid(page)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText(t("library.shown", { shown: many, total: many }))).toBeVisible();
  expect(await grid(page).getByRole("row").count()).toBeLessThan(60);
  await expectAccessible(page, "the library");

  await cell(page, 0, 0).focus();
  const down = await timed(page, async () => {
    for (let pages = 0; pages < 10; pages += 1) await page.keyboard.press("PageDown");
    await page.keyboard.press("Control+End");
  });
  await expect(cell(page, many - 1, 0)).toBeInViewport();
  const search = page.getByRole("searchbox");
  const narrowed = await timed(page, () => search.pressSequentially("office 09999"));
  await expect(page.getByText(t("library.shown", { shown: 1, total: many }))).toBeVisible();
  const chosen = await timed(page, async () => {
    await search.fill("");
    await page.getByLabel(t("library.columns.status")).selectOption("failing");
  });
  await expect(page.getByText(t("library.shown", { shown: many / 10, total: many }))).toBeVisible();
  test.info().annotations.push({ type: "interaction, ms", description: `${down} ${narrowed} ${chosen}` });
  expect(Math.max(down, narrowed, chosen)).toBeLessThan(200);
});

test("by keys alone a cell is written and rows are ticked and tagged; both are taken back", async ({ page }) => {
  await page.getByRole("searchbox").fill("office 00007");
  await expect(page.getByText(t("library.shown", { shown: 1, total: many }))).toBeVisible();
  await cell(page, 0, 0).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, 0, 2)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("nobody");
  await page.keyboard.press("Enter");
  const told = page.getByRole("alert").filter({ hasText: t("errors.cell-email.email") });
  await expect(told).toBeVisible();
  await expectAccessible(page, "a cell with a fault");
  await page.keyboard.type("@office.example");
  await page.keyboard.press("Tab");
  await expect(page.getByText(t("library.saved", { what: "nobody@office.example" }))).toBeVisible();
  await expect(cell(page, 0, 3)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(page.getByText(t("library.undone", { what: "office00007@ministry.example" }))).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("x");
  await page.keyboard.press("Escape");
  await expect(cell(page, 0, 2)).toHaveText("office00007@ministry.example");
  await expect(cell(page, 0, 2)).toBeFocused();

  await page.getByRole("searchbox").fill("office 0001");
  await expect(page.getByText(t("library.shown", { shown: 10, total: many }))).toBeVisible();
  await cell(page, 1, 0).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+Space");
  const bar = page.getByRole("form", { name: t("bulk.label") }).filter({ visible: true });
  await expect(bar.getByRole("status")).toHaveText(t("bulk.ticked", { ticked: 3 }));
  await bar.getByLabel(t("library.many.act")).selectOption("tag");
  await bar.getByRole("combobox", { name: t("library.many.tag"), exact: true }).fill("asylum");
  await expectAccessible(page, "rows that are ticked");
  await page.keyboard.press("Enter");
  const undo = page.getByRole("button", { name: t("undo.button") });
  await expect(page.getByText(t("undo.acts.tagged", { changed: 3, what: "asylum" }))).toBeVisible();
  await expect(undo).toBeFocused();
  await expect(cell(page, 3, 6)).toHaveText("asylum");
  await expect(cell(page, 4, 6)).toHaveText("");
  await page.keyboard.press("Enter");
  await expect(page.getByText(t("undo.undone"))).toBeVisible();
  await expect(cell(page, 3, 6)).toHaveText("");
});

test("a double click opens a cell with what stands in it", async ({ page }) => {
  await page.getByRole("searchbox").fill("office 00006");
  await expect(page.getByText(t("library.shown", { shown: 1, total: many }))).toBeVisible();
  await cell(page, 0, 2).dblclick();
  await expect(cell(page, 0, 2).getByRole("textbox")).toHaveValue("office00006@ministry.example");
});

test("of two members in one cell the later one is told, and neither loses a word", async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage();
  await other.goto(`${new URL(page.url()).origin}/desk/recipients?q=office+00008`);
  await sendSignIn(other, member);
  await page.getByRole("searchbox").fill("office 00008");
  const write = async (who: Page, text: string) => {
    await who.getByText(t("library.shown", { shown: 1, total: many })).waitFor();
    await who.locator('[data-at="0-6"]').focus();
    await who.keyboard.type(text);
    await who.keyboard.press("Enter");
  };
  await write(other, "theirs");
  await expect(other.getByText(t("library.saved", { what: "theirs" }))).toBeVisible();
  await write(page, "mine");
  await expect(page.getByRole("alert").filter({ hasText: "“theirs”" })).toBeVisible();
  await expect(cell(page, 0, 6)).toContainText("mine");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByText(t("library.saved", { what: "mine" }))).toBeVisible();
  await other.context().close();
});

test("an office's page: a new holder, tags and a group, do not contact", async ({ page }) => {
  await page.goto("/desk/recipients/groups");
  await page.getByLabel(t("groups.name")).fill("Ministers");
  await press(page, t("groups.add"));
  await expect(page.getByRole("link", { name: "Ministers" })).toBeVisible();
  await expectAccessible(page, "groups");
  await page.goto("/desk/recipients?q=office+00009");
  await page.getByRole("link", { name: "Office 00009" }).first().click();
  await expectTitle(page, "Office 00009");
  await expectAccessible(page, "an office");
  await expectNoSideScroll(page, "an office");
  await page.getByText(t("office.change")).click();
  const holder = page.getByRole("region", { name: t("office.holders") });
  await holder.getByLabel(t("recipient.holderName")).fill("Ann Example");
  await press(page, t("office.saveHolder"));
  await expect(holder.getByRole("listitem").first()).toContainText("Ann Example");
  const belongings = page.getByRole("region", { name: t("office.belongings") });
  await belongings.getByLabel(t("office.tags")).fill("asylum, consular");
  await belongings.getByLabel("Ministers").check();
  await press(page, t("office.saveBelongings"));
  await expectSaved(belongings);
  await page.getByLabel(t("office.reason")).fill("They asked us.");
  await press(page, t("office.silenceIt"));
  await expect(page.getByText(t("office.silenced"))).toBeVisible();
  await expectAccessible(page, "an office that is not to be contacted");
  await press(page, t("office.lift"));
  await expect(page.getByText(t("office.silenced"))).toHaveCount(0);
});

test("duplicates are found, what a merge does is said, and one is left", async ({ page }) => {
  await page.goto("/desk/recipients/duplicates");
  const pair = page.getByRole("listitem").filter({ hasText: "shared@ministry.example" });
  await expectAccessible(page, "duplicates");
  await pair
    .getByRole("link", { name: t("merge.mergeWith", { name: "" }).trim() })
    .first()
    .click();
  await expectTitle(page, t("merge.confirmTitle"));
  await expect(page.getByText(t("merge.forGood"))).toBeVisible();
  await expectAccessible(page, "what a merge does");
  await expectNoSideScroll(page, "what a merge does");
  await press(page, t("merge.submit"));
  await expect(page.getByRole("region", { name: t("office.addresses") })).toContainText("shared@ministry.example");
  await page.goto("/desk/recipients/duplicates");
  await expect(page.getByText(t("merge.emptyTitle"))).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the library is a table with links, found by a form", async ({ page }) => {
    await page.getByLabel(t("library.q"), { exact: true }).fill("office 00011");
    await page.getByRole("button", { name: t("library.apply") }).click();
    await expect(page.getByRole("link", { name: "Office 00011" })).toBeVisible();
    await expect(page.getByRole("rowheader")).toHaveCount(1);
    await expectNoSideScroll(page, "the library without script");
    await page.goto("/desk/recipients?status=failing");
    const all = many / 10;
    await page.getByRole("radio", { name: t("bulk.all", { total: all }) }).check();
    await page.getByLabel(t("library.many.act")).selectOption("tag");
    await page.getByRole("button", { name: t("library.many.submit") }).click();
    await expect(page.getByRole("alert")).toHaveText(t("errors.bulkTag.required"));
    await page.getByRole("radio", { name: t("bulk.all", { total: all }) }).check();
    await page.locator("[name=bulkTag]").fill("slow");
    await page.getByRole("button", { name: t("library.many.submit") }).click();
    await expect(page.getByText(t("undo.acts.tagged", { changed: all, what: "slow" }))).toBeVisible();
    await page.getByRole("button", { name: t("undo.button") }).click();
    await expect(page.getByText(t("undo.undone"))).toBeVisible();
  });
});

async function makeLibrary({ databaseUrl }: World): Promise<void> {
  const [organisation, account, here] = [uuidv7(), uuidv7(), uuidv7()];
  await asAdministrator(databaseUrl, async (client) => {
    await client.query("insert into organisations (id, name) values ($1, 'Library of Example Land')", [organisation]);
    await client.query(
      `insert into accounts (id, email, name, password_hash)
       select $1, $2, 'Ann Example', password_hash from accounts where email = $3`,
      [account, member.email, owner.email],
    );
    await client.query(
      "insert into members (id, organisation_id, account_id, role) values ($1, $2, $3, 'campaigner')",
      [here, organisation, account],
    );
    await client.query(
      `with made as (
         insert into recipients (id, organisation_id, country, language)
         select gen_random_uuid(), $1, (array['CN', 'FR', 'KR', 'GB'])[1 + n % 4], case n % 9 when 0 then '' else 'en' end
         from generate_series(1, $2::int) n
         returning id, organisation_id
       ), numbered as (
         select id, organisation_id, to_char(row_number() over (order by id), 'FM00000') as n from made
       ), named as (
         insert into recipient_texts (recipient_id, organisation_id, language, office, short, salutation)
         select id, organisation_id, 'en', 'Office ' || n || ' of Example Land', 'Office ' || n, 'Your Excellency,' from numbered
       ), held as (
         insert into holders (id, organisation_id, recipient_id, name, approved_at)
         select gen_random_uuid(), organisation_id, id, 'Ben Example', now() from numbered
       )
       insert into addresses (id, organisation_id, recipient_id, channel, value, lane, status)
       select gen_random_uuid(), organisation_id, id, 'email',
         case when n in ('00020', '00021') then 'shared' else 'office' || n end || '@ministry.example', 'ministry.example',
         case when n::int % 10 = 0 then 'failing' else 'working' end::address_status
       from numbered`,
      [organisation, many],
    );
  });
}
