import { expect, type Page } from "@playwright/test";
import type { TallyState } from "@/lib/generated/prisma/enums";
import type { Locale } from "@/lib/locales";
import { shownTallies } from "@/lib/reports/schema";
import { demoAppeal } from "@/prisma/demo/appeal";
import { appealPath } from "./steps";
import { deskWords, words } from "./words";
import type { World } from "./world";

export type Tallies = Record<TallyState, number>;

/** The tallies of the demo appeal as anybody can read them. */
export async function readTallies(page: Page, world: World): Promise<Tallies> {
  const answer = await page.request.get(`${world.url}/api/v1/appeals/${demoAppeal.slug}`);
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { tallies: Tallies }).tallies;
}

/** Waits until the tallies have changed by just this. */
export async function expectChange(page: Page, world: World, before: Tallies, by: Partial<Tallies>): Promise<void> {
  const after = Object.entries(before).map(([state, count]) => [state, count + (by[state as TallyState] ?? 0)]);
  await expect.poll(() => readTallies(page, world), { timeout: 15_000 }).toEqual(Object.fromEntries(after));
}

/** Waits until the appeal's page, which may be a few seconds old, tells these tallies. */
export async function expectOnPage(page: Page, world: World, locale: Locale, tallies: Tallies): Promise<void> {
  const t = words(locale);
  const told = shownTallies
    .filter((state) => tallies[state] > 0)
    .map((state) => t(`tallies.${state}`, { count: tallies[state] }));
  await expect(async () => {
    await page.goto(world.url + appealPath(locale));
    const section = page.getByRole("region", { name: t("tallies.title") });
    await expect(section.getByRole("listitem")).toHaveText(told, { timeout: 500 });
    await expect(section).toContainText(t("tallies.confirmed", { count: tallies.confirmed }), { timeout: 500 });
  }).toPass({ timeout: 15_000 });
}

const onDesk = [
  "signed",
  "confirmed",
  "accepted",
  "self_reported",
  "queued",
  "with_signer",
  "withdrawn",
  "erased",
  "captured",
  "cancelled",
] as const;

/** Holds the tallies against a campaign's page in the desk, which is open. A state nothing is in may be left out there. */
export async function expectInDesk(page: Page, tallies: Tallies): Promise<void> {
  const t = deskWords();
  for (const state of onDesk) {
    const line = page.locator("main dl > div").filter({ has: page.getByText(t(`tallies.${state}`), { exact: true }) });
    if (tallies[state] > 0) await expect(line.locator("dd"), state).toHaveText(String(tallies[state]));
    else await expect(line.filter({ hasNotText: "0" }), state).toHaveCount(0);
  }
}
