import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { foldTallies } from "@/lib/reports/fold";
import { makeSignatures, makeWorld, type World } from "@/tests/factories";
import { startSink, type SmtpSink } from "@/tests/smtp-sink";
import { startWorkerProcess, type WorkerProcess } from "@/tests/worker-process";

const patience = { timeout: 50_000, interval: 50 };
let sink: SmtpSink;
let workers: WorkerProcess[] = [];

beforeEach(async () => {
  sink = await startSink();
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  workers = [];
  await sink.stop();
});

async function startOne(): Promise<WorkerProcess> {
  const worker = await startWorkerProcess({ SMTP_URL: sink.url, LEASE_SECONDS: "2" });
  workers.push(worker);
  return worker;
}

async function countStates(world: World): Promise<Record<string, number>> {
  const groups = await db().letter.groupBy({
    by: ["state"],
    where: { campaignId: world.campaign.id, channel: "email" },
    _count: true,
  });
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
}

async function moving(world: World): Promise<number> {
  const { queued = 0, claimed = 0, transmitting = 0, waiting = 0 } = await countStates(world);
  return queued + claimed + transmitting + waiting;
}

/** How often each Message-ID reached the sink. */
function copiesByMessageId(): Map<string, number> {
  const copies = new Map<string, number>();
  for (const { raw } of sink.messages) {
    const [, id = ""] = /^Message-ID: <(.+)>\r?$/im.exec(raw.toString()) ?? [];
    copies.set(id, (copies.get(id) ?? 0) + 1);
  }
  return copies;
}

/** Nothing lost, nothing doubled unsaid: what the sink took against what the rows say. */
async function expectTruth(world: World): Promise<void> {
  const copies = copiesByMessageId();
  const letters = await db().letter.findMany({ where: { campaignId: world.campaign.id, channel: "email" } });
  const untold = letters.filter(({ messageId, doubledAt }) => (copies.get(messageId ?? "") ?? 0) > 1 && !doubledAt);
  expect(untold).toEqual([]);
  const notTaken = letters.filter(({ messageId, state }) => state === "accepted" && !copies.has(messageId ?? ""));
  expect(notTaken).toEqual([]);
  expect(Math.max(...copies.values())).toBeLessThanOrEqual(2);
}

/** The stored counts against a recount of the rows. */
async function expectTallies(world: World): Promise<void> {
  await foldTallies();
  const recount = await db().$queryRaw`
    select letter_tally(state)::text as state, count(*)::int as count from letters
    where campaign_id = ${world.campaign.id}::uuid group by 1
    union all
    select t, count(*)::int from signatures, unnest(array['signed', 'confirmed']) t
    where campaign_id = ${world.campaign.id}::uuid group by 1
    order by 1`;
  const totals = await db().$queryRaw`
    select state::text, count::int from tally_totals where campaign_id = ${world.campaign.id}::uuid and count <> 0 order by 1`;
  expect(totals).toEqual(recount);
  const sums = await db().$queryRaw`
    select state::text, sum(count)::int as count from tallies where campaign_id = ${world.campaign.id}::uuid
    group by 1 having sum(count) <> 0 order by 1`;
  expect(sums).toEqual(recount);
}

describe("workers", () => {
  test("two at once never send the same letter", async () => {
    const world = await makeWorld({ signers: 300 });
    await Promise.all([startOne(), startOne()]);
    await expect.poll(() => moving(world), patience).toBe(0);
    expect(await countStates(world)).toEqual({ accepted: 300 });
    expect(sink.messages).toHaveLength(300);
    const attempts = await db().attempt.groupBy({ by: ["phase"], _count: true });
    expect(Object.fromEntries(attempts.map(({ phase, _count }) => [phase, _count]))).toEqual({
      claimed: 300,
      transmitting: 300,
      ended: 300,
    });
    await expectTruth(world);
    await expectTallies(world);
  });

  test("killed twice in the middle of 2,000 letters: all drain, none lost, each double told", async () => {
    const world = await makeWorld();
    await makeSignatures(world, 2000);
    for (const reached of [400, 1000]) {
      const worker = await startOne();
      await expect.poll(() => sink.messages.length, patience).toBeGreaterThan(reached);
      await worker.kill();
      expect(await moving(world)).toBeGreaterThan(0);
    }
    await startOne();
    await expect.poll(() => moving(world), patience).toBe(0);
    const { accepted = 0, unknown = 0 } = await countStates(world);
    expect(accepted + unknown).toBe(2000);
    const doubted = await db().letter.count({ where: { campaignId: world.campaign.id, doubledAt: { not: null } } });
    expect(doubted).toBeLessThanOrEqual(80);
    await expectTruth(world);
    await expectTallies(world);
  }, 120_000);

  test("asked to stop, one ends what is under way and gives the rest back", async () => {
    const world = await makeWorld();
    await makeSignatures(world, 1000);
    const worker = await startOne();
    await expect.poll(() => sink.messages.length, patience).toBeGreaterThan(100);
    const began = Date.now();
    expect(await worker.end("SIGTERM")).toBe(0);
    expect(Date.now() - began).toBeLessThan(30_000);
    const states = await countStates(world);
    expect(Object.keys(states).toSorted()).toEqual(["accepted", "queued"]);
    expect(states.accepted).toBe(sink.messages.length);
    await expectTruth(world);
    await expectTallies(world);
  });

  test("whose database connections are cut off again and again goes on", async () => {
    const world = await makeWorld();
    await makeSignatures(world, 1000);
    const ours = await db().$queryRaw<{ pid: number }[]>`
      select pid from pg_stat_activity where datname = current_database()`;
    const worker = await startOne();
    for (const reached of [100, 300, 500]) {
      await expect.poll(() => sink.messages.length, patience).toBeGreaterThan(reached);
      await db().$queryRaw`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and pid <> all (${ours.map(({ pid }) => pid)})`;
    }
    await expect.poll(() => moving(world), patience).toBe(0);
    const { accepted = 0, unknown = 0 } = await countStates(world);
    expect(accepted + unknown).toBe(1000);
    await expectTruth(world);
    await expectTallies(world);
    expect(await worker.end("SIGTERM")).toBe(0);
  });
});
