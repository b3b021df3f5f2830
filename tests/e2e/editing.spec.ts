import type { Browser, BrowserContext, Page } from "@playwright/test";
import { addMember } from "./add-member";
import { beginCampaign, sendSignIn, signIn, tabTo } from "./desk-steps";
import { expectAccessible, expectNoSideScroll } from "./looks";
import { expectSaved, expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { owner, type World } from "./world";

const t = deskWords();
const colleague = { name: "Ann Example", email: "ann@desk.test", password: "four words will do" };

// One after the other: each goes on with the campaign of the one before.
test.describe.configure({ mode: "serial" });

let campaign = "";

test.beforeAll(({ sending }) => addMember(sending, { ...colleague, role: "campaigner" }));

function field(page: Page, name: "title" | "summary" | "request") {
  return page.getByLabel(t(`appealText.${name}`), { exact: true });
}

/** Opens the page of the campaign's text, and waits until what is typed there is kept. */
async function open(page: Page): Promise<void> {
  await page.goto(`${campaign}/page`);
  await alive(page);
}

async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("#summary") ?? {})
      .join()
      .includes("__react"),
  );
}

/** Types until the page, which may not be listening yet, has kept it. */
async function typeKept(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await field(page, "summary").fill(words);
    const kept = await page.evaluate(() => Object.values(sessionStorage).join());
    expect(kept).toContain(words);
  }).toPass();
}

async function savedByItself(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^✓ Saved at \d\d:\d\d UTC$/ })).toBeVisible();
}

async function pageOf(
  member: typeof colleague | typeof owner,
  browser: Browser,
  world: World,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: world.url });
  const page = await context.newPage();
  await signIn(page, world, member);
  return { page, context };
}

async function look(page: Page, state: string): Promise<void> {
  await expectAccessible(page, state);
  await expectNoSideScroll(page, state);
}

test("what is typed is saved by itself, and undone and done again with the keyboard", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await beginCampaign(page, "Let them speak");
  campaign = page.url().replace(/\/page$/, "");
  await field(page, "request").fill("Let them speak now");
  await savedByItself(page);
  await field(page, "summary").fill("One");
  await expect(page.getByText(t("autosave.waiting"))).toBeVisible();
  await savedByItself(page);
  await look(page, "saved by itself");
  await field(page, "title").fill("");
  await expect(page.getByText(t("autosave.invalid"))).toBeVisible();
  await expect(page.getByText(t("errors.title.required"))).toBeVisible();
  await field(page, "title").fill("Let them speak");
  await expect(page.getByText(t("errors.title.required"))).toBeHidden();
  await tabTo(page, "form button[type=button][aria-disabled=false]");
  await page.keyboard.press("Enter");
  await expect(field(page, "summary")).toHaveValue("");
  await savedByItself(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(field(page, "summary")).toHaveValue("One");
  await savedByItself(page);
  await page.reload();
  await expect(field(page, "summary")).toHaveValue("One");
  await expect(page.getByText(t("form.kept"))).toBeHidden();
});

test("a reload, the way back and an ended session lose nothing of what is half typed", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await open(page);
  await typeKept(page, "Before a reload");
  await page.reload();
  await expect(field(page, "summary")).toHaveValue("Before a reload");
  await typeKept(page, "Before the way back");
  await page.getByRole("link", { name: t("campaignTabs.letter"), exact: true }).click();
  await expect(page).toHaveURL(/\/letter$/);
  await page.goBack();
  await expect(field(page, "summary")).toHaveValue("Before the way back");
  await field(page, "summary").fill("Saved, then back");
  await savedByItself(page);
  await page.getByRole("link", { name: t("campaignTabs.letter"), exact: true }).click();
  await expect(page).toHaveURL(/\/letter$/);
  await page.goBack();
  await expect(field(page, "summary")).toHaveValue("Saved, then back");

  await page.context().clearCookies();
  await field(page, "summary").fill("After the session");
  await expect(page.getByText(t("autosave.signedOut"))).toBeVisible();
  await page
    .getByRole("status")
    .getByRole("link", { name: t("signIn.title") })
    .click();
  await expectTitle(page, t("signIn.title"));
  await sendSignIn(page, owner);
  await expect(field(page, "summary")).toHaveValue("After the session");
  await press(page, t("appealText.submit"));
  await expectSaved(page);
});

test("a server that does not answer is said, and tried again", async ({ sending, browser }) => {
  const { page, context } = await pageOf(owner, browser, sending);
  await open(page);
  await page.route("**/page", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await field(page, "summary").fill("While nobody answers");
  await expect(page.getByText(t("autosave.offline"))).toBeVisible();
  await page.unroute("**/page");
  await savedByItself(page);
  await page.goto("/desk/campaigns");
  await context.close();
});

test("two members who edit at once lose nothing: one writes, one reads, takes over, and both keep their words", async ({
  page,
  sending,
  browser,
}) => {
  await signIn(page, sending, owner);
  await open(page);
  await field(page, "summary").fill("The owner’s words");
  await savedByItself(page);
  const { page: theirs, context } = await pageOf(colleague, browser, sending);
  await open(theirs);
  await expect(theirs.getByText(/is editing this campaign since \d\d:\d\d UTC/)).toBeVisible();
  await expect(field(theirs, "summary")).toBeDisabled();
  await expect(field(theirs, "summary")).toHaveValue("The owner’s words");
  await look(theirs, "read-only");
  for (const room of ["recipients/rules", "recipients/rules/new?kind=at_most"]) {
    await theirs.goto(`${campaign}/${room}`);
    await expect(theirs.getByText(/is editing this campaign since \d\d:\d\d UTC/)).toBeVisible();
    await look(theirs, `read-only ${room}`);
  }
  await expect(theirs.getByLabel(t("rule.most"), { exact: true })).toBeDisabled();
  await open(theirs);

  await press(theirs, t("editing.takeOver"));
  await expect(field(theirs, "summary")).toBeEnabled();
  await field(theirs, "title").fill("The colleague’s title");
  await savedByItself(theirs);

  // The owner writes on before a sign of life tells them.
  await field(page, "summary").fill("The owner’s last words");
  await expect(page.getByText(/took over|is editing this campaign/)).toBeVisible();
  await expect(field(page, "summary")).toBeDisabled();
  await expect(field(page, "summary")).toHaveValue("The owner’s last words");
  await expect(field(page, "title")).toHaveValue("The colleague’s title");
  await look(page, "taken over");

  await theirs.goto("/desk/campaigns");
  await context.close();
  await page.reload();
  await expect(field(page, "summary")).toBeEnabled();
  await expect(field(page, "summary")).toHaveValue("The owner’s last words");
  await press(page, t("appealText.submit"));
  await expectSaved(page);
  await page.reload();
  await expect(field(page, "summary")).toHaveValue("The owner’s last words");
  await expect(field(page, "title")).toHaveValue("The colleague’s title");
});

test("the steps lead through a draft, and the history brings earlier words back", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await page.goto(`${campaign}/settings`);
  const rooms = page.getByRole("navigation", { name: t("campaignTabs.label") });
  await expect(rooms.getByRole("link")).toHaveCount(10);
  // Something is missing in each of them but the consents, so the way leads round to the first again and not to the last.
  for (const step of ["recipients", "letters", "page", "case"] as const) {
    const ways = page.getByRole("link", { name: t("steps.next", { step: t(`steps.names.${step}`) }) });
    await expect(ways).toHaveCount(2);
    await ways.last().click();
    await expect(rooms.locator("[aria-current=page]")).toContainText(t(`steps.names.${step}`));
    await look(page, `step ${step}`);
  }
  await page.goto(`${campaign}/consent`);
  await look(page, "step consent");
  await rooms.getByRole("link", { name: t("campaignTabs.publish"), exact: true }).click();
  await expect(rooms.locator("[aria-current=page]")).toContainText(t("campaignTabs.publish"));
  await look(page, "step review");
  await page.goto(`${campaign}/history`);
  await expectTitle(page, t("changes.title"));
  await expect(page.getByText(colleague.name)).toBeVisible();
  await look(page, "history");
  await page.getByRole("listitem").filter({ hasText: colleague.name }).getByRole("button").click();
  await expect(page.getByRole("listitem").first()).toContainText("Brought back");
  await open(page);
  await expect(field(page, "title")).toHaveValue("Let them speak");
});
