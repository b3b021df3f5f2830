import { expect, test } from "vitest";
import { listCampaigns } from "@/lib/campaigns/desk-queries";
import { listOpenAppeals } from "@/lib/campaigns/queries";
import { listCases } from "@/lib/cases/queries";
import { db } from "@/lib/db";
import { makeCampaign, makeOrganisation, makeRevision } from "@/tests/factories";
import { makeMember } from "@/tests/members";

const at = (days: number) => ({ deadlineAt: new Date(Date.now() + days * 86_400_000), deadlineZone: "UTC" });

/** Walks from page to page. @returns what was on each */
async function walk<T>(read: (key?: string) => Promise<{ page: T[]; next: string | null }>): Promise<T[][]> {
  const pages: T[][] = [];
  for (let key: string | undefined, more = true; more;) {
    const { page, next } = await read(key);
    pages.push(page);
    key = next ?? undefined;
    more = next !== null;
  }
  return pages;
}

test("every campaign and every case is on one page, newest first", async () => {
  const organisation = await makeOrganisation();
  await makeCampaign(await makeOrganisation());
  const owner = await makeMember(organisation);
  const made = [];
  for (let n = 0; n < 5; n += 1) made.push(await makeCampaign(organisation));
  const ids = made.map(({ id }) => id).toReversed();
  const campaigns = await walk(async (before) => {
    const { campaigns: page, next } = await listCampaigns(owner, { before, limit: 2 });
    return { page: page.map(({ id }) => id), next };
  });
  expect(campaigns).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
  const cases = await walk(async (before) => {
    const { cases: page, next } = await listCases(owner, { before, limit: 5 });
    return { page: page.map(({ id }) => id), next };
  });
  expect(cases).toEqual([made.map(({ caseId }) => caseId).toReversed()]);
});

test("the campaigns that end within a week are the open ones whose deadline comes, or came", async () => {
  const organisation = await makeOrganisation();
  const owner = await makeMember(organisation);
  const late = await makeCampaign(organisation, at(-1));
  const soon = await makeCampaign(organisation, { ...at(6), state: "paused" });
  for (const other of [at(8), {}, { ...at(1), state: "closed" as const }]) await makeCampaign(organisation, other);
  const { campaigns } = await listCampaigns(owner, { due: "week", limit: 9 });
  expect(campaigns.map(({ id }) => id)).toEqual([soon.id, late.id]);
});

test("every open appeal is on one public page, also those of one moment", async () => {
  const organisation = await makeOrganisation();
  const publishedAt = new Date("2026-11-20T09:00:00Z");
  const slugs: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    const campaign = await makeCampaign(organisation, { publishedAt });
    await makeRevision(campaign);
    slugs.unshift(campaign.slug);
  }
  const pages = await walk(async (after) => {
    const { appeals, next } = await listOpenAppeals(after, 2);
    return { page: appeals.map(({ slug }) => slug), next };
  });
  const listed = pages.flat();
  expect(listed.filter((slug) => slugs.includes(slug))).toEqual(slugs);
  expect(listed).toEqual([...new Set(listed)]);
});

test("a public page goes on after an appeal that closed, but not after one nobody may know of", async () => {
  const organisation = await makeOrganisation();
  const [first, hidden] = [await makeCampaign(organisation), await makeCampaign(organisation)];
  await makeRevision(first);
  await makeRevision(hidden);
  const whole = await listOpenAppeals(undefined, 1);
  await db().campaign.update({ where: { id: hidden.id }, data: { distribution: "network_only" } });
  expect(await listOpenAppeals(hidden.slug, 1)).toEqual(await listOpenAppeals(undefined, 1));
  expect(await listOpenAppeals("no-such-appeal", 1)).toEqual(await listOpenAppeals(undefined, 1));
  await db().campaign.update({ where: { id: first.id }, data: { state: "closed" } });
  expect((await listOpenAppeals(first.slug, 1)).appeals.map(({ slug }) => slug)).not.toContain(first.slug);
  expect(whole.appeals).toHaveLength(1);
});
