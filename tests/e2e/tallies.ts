import { expect, type Page } from "@playwright/test";
import { TallyState } from "@/lib/generated/prisma/enums";
import type { Locale } from "@/lib/locales";
import { publicTallies, shownTallies } from "@/lib/reports/schema";
import { demoAppeal } from "@/prisma/demo/appeal";
import { asAdministrator } from "@/tests/cluster";
import { appealPath } from "./steps";
import { deskWords, words } from "./words";
import type { World } from "./world";

export type Tallies = Record<TallyState, number>;

/** The tallies of the demo appeal as they are stored. What anybody can read of them through the API is the same. */
export async function readTallies(page: Page, world: World): Promise<Tallies> {
  let stored: Tallies | undefined;
  await expect(async () => {
    stored = await readStored(world);
    const told = await readPublic(page, world);
    expect(await readStored(world)).toEqual(stored);
    expect(told).toEqual(Object.fromEntries(publicTallies.map((state) => [state, stored?.[state]])));
  }).toPass({ timeout: 10_000 });
  if (!stored) throw new Error("unreachable: they have been read");
  return stored;
}

/** What anybody can read of them. */
export async function readPublic(page: Page, world: World): Promise<unknown> {
  const answer = await page.request.get(`${world.url}/api/v1/appeals/${demoAppeal.slug}`);
  expect(answer.status()).toBe(200);
  return ((await answer.json()) as { tallies: unknown }).tallies;
}

async function readStored(world: World): Promise<Tallies> {
  const { rows } = await asAdministrator(world.databaseUrl, (client) =>
    client.query<{ state: TallyState; count: number }>(
      `select counted.state::text as state, sum(count)::int as count
       from (select campaign_id, state, count from tally_totals
             union all select campaign_id, state, delta from tally_deltas) counted
       join campaigns c on c.id = campaign_id
       where c.slug = $1 group by 1`,
      [demoAppeal.slug],
    ),
  );
  const none = Object.fromEntries(Object.values(TallyState).map((state) => [state, 0])) as Tallies;
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
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
