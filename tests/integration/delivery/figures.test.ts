import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { endSession } from "@/lib/accounts/end-session";
import { isStillMember } from "@/lib/accounts/still-member";
import { startSession } from "@/lib/accounts/start-session";
import { db } from "@/lib/db";
import { writeRelay } from "@/lib/delivery/lanes.sql";
import { pauseDelivery } from "@/lib/delivery/pause";
import { purgeMinutes } from "@/lib/delivery/purge-minutes";
import { getDelivery } from "@/lib/delivery/queries";
import { resumeDelivery } from "@/lib/delivery/resume";
import { watchDelivery } from "@/lib/delivery/watch";
import type { Letter } from "@/lib/generated/prisma/client";
import { listLetters } from "@/lib/letters/queries";
import { foldTallies } from "@/lib/reports/fold";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember, removeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";

const hours = { campaignId: null, span: "hours" } as const;

/** Puts one letter to the minister after the other into the states given. */
async function put({ signatures }: World, states: Partial<Letter>[]): Promise<void> {
  for (const [n, data] of states.entries()) {
    await putLetters({ where: { signatureId: signatures[n]?.id ?? "", channel: "email" }, data });
  }
}

test("every letter counts where it stands, folded or not", async () => {
  const world = await makeWorld({ signers: 9 });
  const lease = { lease: uuidv7(), leaseUntil: new Date() };
  await put(world, [
    { state: "accepted" },
    { state: "accepted" },
    { state: "failed" },
    { state: "unknown" },
    { state: "held", holdReason: "policy" },
    { state: "held", holdReason: null },
    { state: "claimed", ...lease },
    { state: "waiting" },
  ]);
  const owner = await makeMember(world.organisation, { role: "analyst" });
  const counts = { accepted: 2, failed: 1, unknown: 1, held: 2, leaving: 1, waiting: 2, bounced: 0 };
  for (const fold of [() => undefined, foldTallies]) {
    await fold();
    const { campaigns, lanes } = await getDelivery(owner, hours);
    expect(campaigns).toMatchObject([{ id: world.campaign.id, title: "Do not send him back", counts, stopped: false }]);
    const [line] = campaigns[0]?.lines ?? [];
    expect(line).toMatchObject({ name: "Minister of Foreign Affairs", lane: "mfa.example.org", counts });
    expect(new Map(line?.held.map(({ reason, count }) => [reason, count]))).toEqual(
      new Map([
        ["policy", 1],
        ["address", 1],
      ]),
    );
    expect(lanes).toMatchObject([
      { name: "mfa.example.org", recipients: ["Minister of Foreign Affairs"], tried: true },
    ]);
  }
});

test("a mail server that no letter was handed to yet is not said to take any", async () => {
  const world = await makeWorld({ signers: 1 });
  const owner = await makeMember(world.organisation);
  await put(world, [{ state: "queued" }]);
  expect((await getDelivery(owner, hours)).lanes).toMatchObject([{ tried: false }]);
  await db().address.update({ where: { id: world.minister.addressId }, data: { lastWorkedAt: new Date() } });
  expect((await getDelivery(owner, hours)).lanes).toMatchObject([{ tried: true }]);
});

test("a long list is shown in pages, and the chart is of all of it", async () => {
  const world = await makeWorld({ signers: 1 });
  const owner = await makeMember(world.organisation, { role: "analyst" });
  const { caseId, organisationId } = world.campaign;
  await db().campaign.createMany({
    data: Array.from({ length: 101 }, (_, n) => ({
      id: uuidv7(),
      organisationId,
      caseId,
      slug: `many-${n}-${organisationId}`,
      state: "live" as const,
      distribution: "web" as const,
      distributionPermittedBy: "the originator",
      distributionPermittedAt: new Date(),
      defaultLanguage: "en",
      publishedAt: new Date(),
      sealedKey: new Uint8Array([n]),
    })),
  });
  await put(world, [{ state: "accepted" }]);
  const first = await getDelivery(owner, hours);
  expect(first.campaigns).toHaveLength(100);
  expect(first.campaigns.some(({ id }) => id === world.campaign.id)).toBe(false);
  const last = await getDelivery(owner, { ...hours, before: first.next ?? undefined });
  expect(last).toMatchObject({ next: null, campaigns: [{}, { id: world.campaign.id, counts: { accepted: 1 } }] });
  expect(first.chart).toEqual(last.chart);
});

test("the list behind a number of held letters holds those of its reason", async () => {
  const world = await makeWorld({ signers: 3 });
  await put(world, [
    { state: "held", holdReason: "policy" },
    { state: "held", holdReason: null },
  ]);
  const owner = await makeMember(world.organisation);
  for (const [reason, signature] of [
    ["policy", world.signatures[0]],
    ["address", world.signatures[1]],
  ] as const) {
    const { letters } = await listLetters(owner, world.campaign.id, { state: "held", reason, limit: 5 });
    expect(letters.map(({ id }) => id)).toEqual([signature?.letters.email]);
  }
});

test("what becomes of letters is kept by the minute, tells the pace, and goes after two weeks", async () => {
  const world = await makeWorld({ signers: 4 });
  const owner = await makeMember(world.organisation);
  await foldTallies();
  expect((await getDelivery(owner, hours)).campaigns[0]).toMatchObject({ pace: 0, minutesLeft: null });
  await put(world, [{ state: "accepted" }, { state: "accepted" }, { state: "failed" }]);
  await foldTallies();
  await foldTallies();
  const { campaigns, chart } = await getDelivery(owner, { campaignId: world.campaign.id, span: "days" });
  expect(campaigns[0]?.pace).toBeGreaterThan(0.9);
  expect(campaigns[0]?.minutesLeft).toBe(1);
  expect(chart.steps).toHaveLength(72);
  expect(chart.steps.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(2);
  expect(chart.steps.reduce((sum, { failed }) => sum + failed, 0)).toBe(1);

  const old = new Date(Date.now() - 15 * 86_400_000);
  const of = { campaignId: world.campaign.id, recipientId: world.minister.id, state: "accepted" } as const;
  await db().deliveryMinute.create({ data: { ...of, minute: old, count: 7n } });
  expect(await purgeMinutes()).toBe(1);
  expect(await db().deliveryMinute.count({ where: { campaignId: world.campaign.id } })).toBe(2);
});

test("a pause is told where it stops something", async () => {
  const world = await makeWorld({ signers: 1 });
  const owner = await makeMember(world.organisation);
  const stopped = async () => {
    const [campaign] = (await getDelivery(owner, hours)).campaigns;
    return [campaign?.stopped, ...(campaign?.lines ?? []).map((line) => line.stopped)];
  };
  expect(await stopped()).toEqual([false, false]);
  for (const [pause, wanted] of [
    [{ scope: "organisation" }, [true, true]],
    [{ scope: "campaign", subjectId: world.campaign.id }, [true, true]],
    [{ scope: "recipient", subjectId: world.minister.id }, [false, true]],
    [{ scope: "recipient", subjectId: world.ambassador.id }, [false, false]],
    [{ scope: "lane", lane: world.minister.lane }, [false, true]],
  ] as const) {
    const id = await pauseDelivery(owner, { ...pause, reason: "" });
    expect(await stopped(), JSON.stringify(pause)).toEqual(wanted);
    await resumeDelivery(owner, id);
  }
});

test("a lane says how its server does", async () => {
  const world = await makeWorld({ signers: 1 });
  const owner = await makeMember(world.organisation);
  const at = new Date();
  const said = { code: 554, enhancedCode: "5.7.1", response: "not from you", rate: 5, openedAt: at, probeAt: at };
  await db().lane.update({ where: { name: world.minister.lane }, data: said });
  const [lane] = (await getDelivery(owner, hours)).lanes;
  const iso = at.toISOString();
  expect(lane).toMatchObject({ ...said, openedAt: iso, probeAt: iso, probeDue: true, slowedAt: null });
});

test("news come when something changes, and end with the signal", async () => {
  const world = await makeWorld({ signers: 2 });
  const owner = await makeMember(world.organisation);
  const stop = new AbortController();
  const view = { campaignId: world.campaign.id, span: "hours" } as const;
  const watch = watchDelivery(owner, view, { sessionId: await startSession(owner.accountId), signal: stop.signal });
  const next = async () => (await watch.next()).value?.campaigns[0]?.counts.accepted;
  expect(await next()).toBe(0);
  const news = next();
  await put(world, [{ state: "accepted" }]);
  await foldTallies();
  expect(await news).toBe(1);
  stop.abort();
  expect((await watch.next()).done).toBe(true);
});

test("who may no longer see it gets no more news", async () => {
  const world = await makeWorld({ signers: 1 });
  const owner = await makeMember(world.organisation);
  const sessionId = await startSession(owner.accountId);
  expect(await isStillMember(sessionId, owner)).toBe(true);
  const before = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  await db().session.update({ where: { id: sessionId }, data: { lastSeenAt: new Date(Date.now() - 3_600_000) } });
  expect(await isStillMember(sessionId, owner)).toBe(true);
  const after = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(after.lastSeenAt.getTime()).toBeLessThan(before.lastSeenAt.getTime());
  await endSession(sessionId);
  expect(await isStillMember(sessionId, owner)).toBe(false);

  const { signal } = new AbortController();
  const watch = watchDelivery(owner, hours, { sessionId, signal });
  await watch.next();
  await removeMember(owner);
  const news = watch.next();
  await put(world, [{ state: "accepted" }]);
  await foldTallies();
  await expect(news).rejects.toMatchObject({ code: "no-access" });
});

test("our own mail server that is down is told apart from those of recipients", async () => {
  const world = await makeWorld({ signers: 1 });
  const owner = await makeMember(world.organisation);
  expect((await getDelivery(owner, hours)).relay).toBeNull();
  await writeRelay("connection refused");
  expect((await getDelivery(owner, hours)).relay).toMatchObject({ response: "connection refused" });
  await writeRelay(null);
  expect((await getDelivery(owner, hours)).relay).toBeNull();
});
