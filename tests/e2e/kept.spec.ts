import type { Page } from "@playwright/test";
import { beginCampaign, openCampaign, sendSignIn, signIn } from "./desk-steps";
import { expectTitle, press } from "./steps";
import { expect, test } from "./test";
import { deskWords } from "./words";
import { owner } from "./world";

const t = deskWords();

/** Holds the scripts of the pages that come from now on. @returns what lets them go, and all later ones */
async function holdScripts(page: Page): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
}

/** Waits until a page listens to what is typed into a field. */
async function alive(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (one) =>
      Object.keys(document.querySelector(one) ?? {})
        .join()
        .includes("__react"),
    selector,
  );
}

test("what is typed before the page is alive outlives its coming alive, and a reload", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  const letGo = await holdScripts(page);
  await page.goto("/desk/campaigns/new", { waitUntil: "commit" });
  await page.locator("#title").fill("Typed early");
  await page.locator("#language").selectOption("ar");
  await page.getByLabel(t("campaignKinds.outcome"), { exact: true }).check();
  letGo();
  await alive(page, "#title");
  await expectTyped();
  await page.reload();
  await alive(page, "#title");
  await expectTyped();
  await expect(page.getByText(t("form.kept"))).toBeVisible();
  await press(page, t("form.discard"));
  await expect(page.locator("#title")).toHaveValue("");

  async function expectTyped(): Promise<void> {
    await expect(page.locator("#title")).toHaveValue("Typed early");
    await expect(page.locator("#language")).toHaveValue("ar");
    await expect(page.getByLabel(t("campaignKinds.outcome"), { exact: true })).toBeChecked();
  }
});

test("what is typed over saved words before the page is alive is saved by itself", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await beginCampaign(page, "Before it is alive");
  const letGo = await holdScripts(page);
  await page.goto(page.url(), { waitUntil: "commit" });
  await page.locator("#title").fill("Typed over");
  letGo();
  await alive(page, "#title");
  await expect(page.getByRole("status").filter({ hasText: /^✓ Saved at \d\d:\d\d UTC$/ })).toBeVisible();
  await expect(page.locator("#title")).toHaveValue("Typed over");
  await page.reload();
  await expect(page.locator("#title")).toHaveValue("Typed over");
});

test("a page that was asked for before a save, and comes after it, shows what was saved", async ({ page, sending }) => {
  await signIn(page, sending, owner);
  await beginCampaign(page, "Before the reload");
  await alive(page, "#title");
  const asked = Promise.withResolvers<void>();
  const notice = await watchFor(page, /^✓ Saved at/);
  await page.route(page.url(), async (route) => {
    const saves = route.request().method() === "POST";
    if (saves) await asked.promise;
    const response = await route.fetch();
    if (!saves) {
      asked.resolve();
      await notice.said;
    }
    await route.fulfill({ response });
    if (!saves) await page.unroute(page.url());
  });
  await page.locator("#title").fill("Saved meanwhile");
  await page.reload();
  await expect(page.locator("#title")).toHaveValue("Saved meanwhile");
  await page.locator("#title").fill("Typed after it");
  await expect(page.getByRole("status").filter({ hasText: /^✓ Saved at \d\d:\d\d UTC$/ })).toBeVisible();
  await page.reload();
  await expect(page.locator("#title")).toHaveValue("Typed after it");
});

/** @returns `said`: when a status of the page says so, also while the page is being left */
async function watchFor(page: Page, text: RegExp): Promise<{ said: Promise<void> }> {
  const said = Promise.withResolvers<void>();
  await page.exposeFunction("said", () => said.resolve());
  await page.evaluate((source) => {
    const says = new RegExp(source);
    const look = () =>
      [...document.querySelectorAll("[role=status]")].some((status) => says.test(status.textContent)) &&
      (window as unknown as { said: () => void }).said();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, text.source);
  return { said: said.promise };
}

/** A field of each form that somebody types into, by the page of the desk it is on; `{campaign}` is the demo's. */
const typed: [page: string, field: string][] = [
  ["account", "#name"],
  ["campaigns/new", "#title"],
  ["cases/new", "#summary"],
  ["delivery", "#reason"],
  ["embassies/new", "#office"],
  ["members/invite", "#email"],
  ["organisation", "#senderName"],
  ["recipients/groups", "#groupName"],
  ["recipients/new", "#text-en-office"],
  ["{campaign}/delivery", "#reason"],
  ["{campaign}/letter", "#versionName"],
  ["{campaign}/letter", "#words"],
  ["{campaign}/letter", "#subject"],
  ["{campaign}/life", "#outcome"],
  ["{campaign}/original", "[name=originator]"],
  ["{campaign}/page", "#writeHint"],
  ["{campaign}/recipients/new", "#text-en-office"],
  ["{campaign}/recipients/rules/new?kind=at_most", "#most"],
  ["{campaign}/settings", "#goal"],
  ["{campaign}/stop", "#stopReason"],
];

test("a reload, the way back and an ended session lose nothing that is typed into any form of the desk", async ({
  page,
  sending,
}) => {
  test.setTimeout(typed.length * 15_000);
  await signIn(page, sending, owner);
  await openCampaign(page);
  const campaign = new URL(page.url()).pathname.replace("/desk/", "");
  for (const [room, field] of typed) {
    await test.step(`${room} ${field}`, async () => {
      await page.goto(`/desk/${room.replace("{campaign}", campaign)}`);
      await alive(page, field);
      const words = field === "#most" || field === "#goal" ? "42" : "half typed";
      await openFolds(page);
      await page.locator(field).fill(words);
      await page.reload();
      await expect(page.locator(field)).toHaveValue(words);
      await page.getByRole("link", { name: t("rail.tasks"), exact: true }).click();
      await expect(page).toHaveURL(/\/tasks$/);
      await page.goBack();
      await expect(page.locator(field)).toHaveValue(words);
      await page.context().clearCookies();
      await page.reload();
      await expectTitle(page, t("signIn.title"));
      await sendSignIn(page, owner);
      await expect(page.locator(field)).toHaveValue(words);
      await openFolds(page);
      await page.getByRole("button", { name: t("form.discard") }).click();
      await expect(page.locator(field)).not.toHaveValue(words);
    });
  }
});

async function openFolds(page: Page): Promise<void> {
  await page.locator("main details").evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
}
