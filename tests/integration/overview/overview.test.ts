import { expect, test } from "vitest";
import { listCampaigns } from "@/lib/campaigns/desk-queries";
import { openDraftRevision } from "@/lib/campaigns/draft-revision";
import { publishRevision } from "@/lib/campaigns/publish-revision";
import { db, pool } from "@/lib/db";
import { writeRelay } from "@/lib/delivery/lanes.sql";
import { pauseDelivery } from "@/lib/delivery/pause";
import { resumeDelivery } from "@/lib/delivery/resume";
import type { Letter } from "@/lib/generated/prisma/client";
import { heldSettings, heldStatement } from "@/lib/overview/figures.sql";
import { getLettersOverview } from "@/lib/overview/get-letters-overview";
import { getOverview } from "@/lib/overview/get-overview";
import { foldTallies } from "@/lib/reports/fold";
import { makeCampaign, makeOrganisation, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

/** Puts one letter to the minister after the other into the states given. */
async function put({ signatures }: World, states: Partial<Letter>[]): Promise<void> {
  for (const [n, data] of states.entries()) {
    await putLetters({ where: { signatureId: signatures[n]?.id ?? "", channel: "email" }, data });
  }
}

test("a new organisation is shown how to begin, until it has published something", async () => {
  const organisation = await makeOrganisation();
  const owner = await makeMember(organisation);
  const nothing = { campaigns: {}, due: 0, revised: { count: 0, first: [] }, failing: 0, open: [] };
  expect(await getOverview(owner)).toEqual({ ...nothing, begun: { cases: 0, campaignId: null } });
  const { id } = await makeCampaign(organisation, { state: "draft", publishedAt: null });
  expect(await getOverview(owner)).toEqual({
    ...nothing,
    campaigns: { draft: 1 },
    begun: { cases: 1, campaignId: id },
  });
  await db().campaign.update({ where: { id }, data: { publishedAt: new Date() } });
  expect((await getOverview(owner)).begun).toBeNull();
});

test("the example that comes with the software is no beginning", async () => {
  const organisation = await makeOrganisation();
  const owner = await makeMember(organisation);
  await makeCampaign(organisation, { nature: "example" });
  const { begun, open } = await getOverview(owner);
  expect(begun).toEqual({ cases: 0, campaignId: null });
  expect(open).toHaveLength(1);
});

test("what waits for a member is counted in the member's own organisation alone", async () => {
  const world = await makeWorld({ campaign: { deadlineAt: inDays(20), deadlineZone: "UTC" } });
  await makeWorld({ campaign: { deadlineAt: inDays(1), deadlineZone: "UTC" } });
  const { organisation } = world;
  const soon = await makeCampaign(organisation, { deadlineAt: inDays(2), deadlineZone: "UTC", state: "paused" });
  await makeCampaign(organisation, { deadlineAt: inDays(2), deadlineZone: "UTC", state: "closed" });
  await makeCampaign(organisation, { state: "in_review", publishedAt: null });
  await makeCampaign(organisation, { state: "draft", publishedAt: null });
  const never = await makeCampaign(organisation);
  await db().address.update({ where: { id: world.minister.addressId }, data: { status: "failing" } });
  await db().address.update({
    where: { id: world.ambassador.addressId },
    data: { status: "failing", retiredAt: new Date() },
  });
  const overview = await getOverview(await makeMember(organisation, { role: "translator" }));
  expect(overview).toMatchObject({
    campaigns: { live: 2, paused: 1, closed: 1, in_review: 1, draft: 1 },
    due: 1,
    failing: 1,
    begun: null,
  });
  // Those without a published word have no title of their own; they are listed all the same.
  expect(overview.open.map(({ id }) => id)).toEqual([soon.id, world.campaign.id, never.id]);
});

test("open campaigns with a revision that is not published are told and listed, others not", async () => {
  const world = await makeWorld();
  const theirs = await makeWorld();
  const owner = await makeMember(world.organisation);
  expect((await getOverview(owner)).revised).toEqual({ count: 0, first: [] });
  const { organisationId, id: campaignId } = world.campaign;
  const draft = await makeCampaign(world.organisation, { state: "draft", publishedAt: null });
  const closed = await makeCampaign(world.organisation, { state: "closed" });
  await db().$transaction(async (tx) => {
    for (const id of [campaignId, draft.id, closed.id])
      await openDraftRevision(tx, { ...owner, organisationId, campaignId: id });
  });
  const title = "Do not send him back";
  expect((await getOverview(owner)).revised).toEqual({ count: 1, first: [{ id: campaignId, title }] });
  const { campaigns } = await listCampaigns(owner, { revised: "yes", limit: 9 });
  expect(campaigns.map(({ id }) => id)).toEqual([campaignId]);
  expect((await getOverview(await makeMember(theirs.organisation))).revised.count).toBe(0);
  await publishRevision(owner, campaignId, { note: "", supersedes: false });
  expect((await getOverview(owner)).revised.count).toBe(0);
});

test("held letters are told by reason and campaign, and those that went wrong by what became of them", async () => {
  const world = await makeWorld({ signers: 8 });
  const theirs = await makeWorld({ signers: 1 });
  const owner = await makeMember(world.organisation, { role: "analyst" });
  await put(theirs, [{ state: "held", holdReason: "policy" }]);
  await put(world, [
    { state: "held", holdReason: "policy" },
    { state: "held", holdReason: "policy" },
    { state: "held", holdReason: null },
    { state: "held", holdReason: "address" },
    { state: "failed" },
    { state: "unknown" },
    { state: "accepted" },
  ]);
  const share = (count: number) => [
    { campaignId: world.campaign.id, title: "Do not send him back", count, atLeast: false },
  ];
  for (const fold of [() => undefined, foldTallies]) {
    await fold();
    const { held, troubles } = await getLettersOverview(owner);
    expect(held).toEqual([
      { reason: "address", shares: share(2) },
      { reason: "policy", shares: share(2) },
    ]);
    expect(troubles).toEqual([
      { state: "failed", shares: share(1) },
      { state: "unknown", shares: share(1) },
    ]);
  }
  await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "closed" } });
  const closed = await getLettersOverview(owner);
  expect(closed.troubles).toEqual([]);
  expect(closed.held).toHaveLength(2);
});

test("letters today are those since midnight UTC, by the hour", async () => {
  const world = await makeWorld({ signers: 3 });
  const owner = await makeMember(world.organisation);
  const yesterday = new Date(new Date().setUTCHours(0, 0, 0, 0) - 60_000);
  const of = { campaignId: world.campaign.id, recipientId: world.minister.id, state: "accepted" } as const;
  await db().deliveryMinute.create({ data: { ...of, minute: yesterday, count: 7n } });
  const midnight = new Date(new Date().setUTCHours(0, 0, 0, 0));
  await db().deliveryMinute.create({ data: { ...of, minute: midnight, count: 5n } });
  await put(world, [{ state: "accepted" }, { state: "failed" }]);
  await foldTallies();
  const { today } = await getLettersOverview(owner);
  expect(today.totals).toMatchObject({ accepted: 6, failed: 1, bounced: 0, held: 0, unknown: 0 });
  expect(today.accepted).toHaveLength(new Date().getUTCHours() + 1);
  expect(today.accepted.reduce((sum, count) => sum + count, 0)).toBe(6);
  const [first] = today.accepted;
  expect(first).toBeGreaterThanOrEqual(5);
});

test("pauses and our own mail server come first", async () => {
  const world = await makeWorld();
  const owner = await makeMember(world.organisation);
  expect(await getLettersOverview(owner)).toMatchObject({ relay: null, pauses: 0 });
  await writeRelay("connection refused");
  const pause = await pauseDelivery(owner, { scope: "organisation", reason: "" });
  const stopped = await getLettersOverview(owner);
  expect(stopped.pauses).toBe(1);
  expect(stopped.relay?.since).toMatch(/^20/);
  await resumeDelivery(owner, pause);
  await writeRelay(null);
  expect(await getLettersOverview(owner)).toMatchObject({ relay: null, pauses: 0 });
});

test("a large number of held letters is exact where it can be, and reads few of them", async () => {
  const world = await makeWorld({ signers: 1 });
  const owner = await makeMember(world.organisation);
  const [signature] = world.signatures;
  await copyHeld(signature?.letters.email ?? "", { policy: 9000, consent: 20 });
  const counts = async () => {
    const { held } = await getLettersOverview(owner);
    return Object.fromEntries(held.map(({ reason, shares: [one] }) => [reason, [one?.count, one?.atLeast]]));
  };
  expect(await counts()).toEqual({ policy: [9000, false], consent: [20, false] });
  await copyHeld(signature?.letters.email ?? "", { breaker: 1500 });
  expect(await counts()).toEqual({ policy: [1000, true], breaker: [1000, true], consent: [20, false] });
  await pool().query("vacuum analyze letters");
  expect(await readForHeld(world.organisation.id)).toBe(1001 + 1001 + 20);
});

/** Copies of a letter that are held, each to a recipient of its own. */
async function copyHeld(letterId: string, reasons: Record<string, number>): Promise<void> {
  for (const [reason, count] of Object.entries(reasons)) {
    await pool().query(
      `insert into letters (id, organisation_id, campaign_id, signature_id, submission_id, revision_id, recipient_id, channel,
         language, country, signer_language, lane, state, hold_reason)
       select gen_random_uuid(), organisation_id, campaign_id, signature_id, submission_id, revision_id, gen_random_uuid(),
         channel, language, country, signer_language, lane, 'held', $2::hold_reason
       from letters, generate_series(1, $3::int) where id = $1`,
      [letterId, reason, count],
    );
  }
}

type Plan = {
  "Node Type"?: string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: Plan[];
};

/** How many letters the statement of the held ones reads, each from the index that knows its reason. */
async function readForHeld(organisationId: string): Promise<number> {
  const client = await pool().connect();
  await client.query(heldSettings);
  const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(
    `explain (analyze, format json) ${heldStatement}`,
    [organisationId, 1000],
  );
  await client.query("commit");
  client.release();
  const plans = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(plans)];
  const [{ Plan: whole } = { Plan: { "Actual Rows": 0, "Actual Loops": 0 } }] = rows[0]?.["QUERY PLAN"] ?? [];
  const reads = plans(whole).filter((plan) => plan["Relation Name"] === "letters");
  expect(new Set(reads.map((plan) => plan["Node Type"]))).toEqual(new Set(["Index Only Scan"]));
  return Math.round(reads.reduce((sum, plan) => sum + plan["Actual Rows"] * plan["Actual Loops"], 0));
}
