import { type Cookie, expect, type Page } from "@playwright/test";
import { demoAppeal } from "@/prisma/demo/appeal";
import { expectTitle, press } from "./steps";
import { deskWords } from "./words";
import type { World } from "./world";

const t = deskWords();

/** Sends the sign-in form, which is open. */
export async function sendSignIn(page: Page, { email, password }: Member): Promise<void> {
  await page.getByLabel(t("fields.email"), { exact: true }).fill(email);
  await page.getByLabel(t("fields.password"), { exact: true }).fill(password);
  await press(page, t("signIn.submit"));
}

type Member = { email: string; password: string };

/** Cookies of the sessions of this run, by installation and member. */
const sessions = new Map<string, Cookie[]>();

/** Opens the list of campaigns for a member, in their session of before while it lasts. */
export async function signIn(page: Page, world: World, member: Member): Promise<void> {
  const key = `${world.url} ${member.email}`;
  await page.context().addCookies(sessions.get(key) ?? []);
  await page.goto(`${world.url}/desk/campaigns`);
  if (new URL(page.url()).pathname === "/desk/sign-in") await sendSignIn(page, member);
  await expectTitle(page, t("campaigns.title"));
  sessions.set(key, await page.context().cookies(world.url));
}

/** From the front of the desk to the list of campaigns, in a session of its own. */
export async function signInAnew(page: Page, world: World, member: Member): Promise<void> {
  await page.goto(`${world.url}/desk`);
  await expectTitle(page, t("signIn.title"));
  await sendSignIn(page, member);
  await expectTitle(page, t("overview.title"));
  await page.goto(`${world.url}/desk/campaigns`);
  await expectTitle(page, t("campaigns.title"));
}

/** Begins a draft with a case of its own, from anywhere in the desk, and stands on its step "Page". */
export async function beginCampaign(page: Page, title: string): Promise<void> {
  await page.goto("/desk/campaigns/new");
  await page.getByLabel(t("newCampaign.titleLabel"), { exact: true }).fill(title);
  await page.getByLabel(t("newCampaign.caseTitle"), { exact: true }).fill(`The case of: ${title}`);
  await page.getByLabel(t("newCampaign.country"), { exact: true }).selectOption("KE");
  await press(page, t("newCampaign.submit"));
  await expect(page).toHaveURL(/\/campaigns\/[\w-]+\/page$/);
}

/** From the list of campaigns to the demo's. */
export async function openCampaign(page: Page): Promise<void> {
  await page.getByRole("link", { name: demoAppeal.texts.en.title }).click();
  await expectTitle(page, demoAppeal.texts.en.title);
}

/** Goes on with the Tab key until a control is reached. */
export async function tabTo(page: Page, selector: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the Tab key does not reach ${selector}`);
}

/** Writes into a field that the Tab key reaches; in a list of choices this picks what begins so. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.type(text);
}

/** Presses what the Tab key reaches. */
export async function enter(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press("Enter");
}
