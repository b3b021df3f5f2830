import { v7 as uuidv7 } from "uuid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { claimDue } from "@/lib/delivery/claim";
import { drainDue } from "@/lib/delivery/drain";
import { makeMessageId } from "@/lib/delivery/message-id";
import { extendLeases } from "@/lib/delivery/leases";
import { noteRelay } from "@/lib/delivery/note-relay";
import { noticeRestored } from "@/lib/delivery/notice-restored";
import { passFence } from "@/lib/delivery/fence";
import { tendLanes } from "@/lib/delivery/tend-lanes";
import { Transport } from "@/lib/delivery/transmit";
import type { Prisma } from "@/lib/generated/prisma/client";
import { holdSuperseded } from "@/lib/letters/hold-superseded";
import { ensureInstallation } from "@/lib/privacy/installation";
import { makeMail, makeSignature, makeSignatures, makeWorld, type World } from "@/tests/factories";
import { startSink, type Answers, type SmtpSink } from "@/tests/smtp-sink";

const never = new AbortController().signal;
let sink: SmtpSink;
let answers: Answers;
let transport: Transport;
let domains = 0;

beforeEach(async () => {
  answers = {};
  sink = await startSink({ rcpt: (address) => answers.rcpt?.(address), dot: (message) => answers.dot?.(message) });
  transport = new Transport(sink.url, 4);
});

afterEach(async () => {
  transport.close();
  await sink.stop();
  // What a test leaves waiting must not leave in the next one.
  await db().campaign.updateMany({ data: { state: "paused" } });
});

/** A campaign whose minister has a mail domain, and so a lane, of their own. */
async function makeLane(signers: number, options: Parameters<typeof makeWorld>[0] = {}): Promise<World> {
  return makeWorld({ signers, ministerAddress: `minister@lane-${(domains += 1)}.example.org`, ...options });
}

async function setLane(world: World, data: Prisma.LaneUpdateInput) {
  await db().lane.update({ where: { name: world.minister.lane }, data });
}

async function laneOf(world: World) {
  return db().lane.findUniqueOrThrow({ where: { name: world.minister.lane } });
}

async function countStates(world: World): Promise<Record<string, number>> {
  const groups = await db().letter.groupBy({
    by: ["state", "holdReason"],
    where: { campaignId: world.campaign.id, channel: "email" },
    _count: true,
  });
  return Object.fromEntries(groups.map(({ state, holdReason, _count }) => [holdReason ?? state, _count]));
}

async function makeAllDue() {
  await db().$executeRaw`update letters set due_at = now() where state in ('queued', 'waiting')`;
}

describe("a lane", () => {
  test("lets as many letters go as its bucket holds, and fills with time", async () => {
    const world = await makeLane(8);
    await setLane(world, { rate: 3 });
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ accepted: 3, queued: 5 });
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ accepted: 3, queued: 5 });

    await setLane(world, { filledAt: new Date(Date.now() - 41_000) });
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ accepted: 5, queued: 3 });
  });

  test("holds no more than a minute's letters, however long it was idle", async () => {
    const world = await makeLane(8);
    await setLane(world, { rate: 2, filledAt: new Date(0) });
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ accepted: 2, queued: 6 });
  });

  test("shares its bucket between campaigns and keeps none waiting behind a large one", async () => {
    const large = await makeLane(40);
    const small = await makeWorld({ ministerAddress: large.minister.address });
    await makeSignatures(small, 2);
    await setLane(large, { rate: 10 });
    await drainDue(transport, never);
    expect(await countStates(small)).toEqual({ accepted: 2 });
    expect(await countStates(large)).toMatchObject({ accepted: expect.any(Number) as number });
  });

  test("of a full bucket is not needed where nothing leaves the house", async () => {
    const world = await makeLane(4);
    await setLane(world, { rate: 1 });
    await drainDue(null, never);
    expect(await countStates(world)).toEqual({ captured: 4 });
  });

  test("goes half as fast once its server has asked for it, and a little faster when letters are taken again", async () => {
    const world = await makeLane(6);
    await setLane(world, { rate: 40 });
    let asked = 0;
    answers.rcpt = () => (asked++ < 3 ? "451 4.7.1 too many at once" : undefined);
    await drainDue(transport, never);
    expect(await laneOf(world)).toMatchObject({ rate: 20, enhancedCode: "4.7.1", openedAt: null, refusals: 0 });

    const longAgo = new Date(Date.now() - 11 * 60_000);
    await setLane(world, { slowedAt: longAgo, raisedAt: longAgo });
    await makeAllDue();
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ accepted: 6 });
    expect((await laneOf(world)).rate).toBeCloseTo(22);
  });
});

async function openBreaker(): Promise<World> {
  const world = await makeLane(7);
  const other = await makeLane(1);
  await setLane(world, { rate: 4 });
  answers.rcpt = (address) => (address === world.minister.address ? "550 5.7.1 your server is on a list" : undefined);
  await drainDue(transport, never);
  expect(await laneOf(world)).toMatchObject({ openedAt: expect.any(Date) as Date, code: 550, enhancedCode: "5.7.1" });
  expect(await countStates(other)).toEqual({ accepted: 1 });
  await tendLanes();
  return world;
}

/** A lane whose server has refused each of its letters by policy, too few for its breaker. */
async function makeRefused(letters: number): Promise<World> {
  const world = await makeLane(letters);
  answers.rcpt = () => "550 5.7.1 your server is on a list";
  await drainDue(transport, never);
  expect(await countStates(world)).toEqual({ policy: letters });
  return world;
}

describe("the breaker of a lane", () => {
  test("opens at the third refusal in a row: the others are held, not failed, and one waits to be tried", async () => {
    const world = await openBreaker();
    expect(await countStates(world)).toEqual({ breaker: 6, queued: 1 });
    await setLane(world, { filledAt: new Date(0) });
    const seen: string[] = [];
    answers.rcpt = (address) => void seen.push(address);
    await drainDue(transport, never);
    await tendLanes();
    expect(seen).toEqual([]);
    expect(await countStates(world)).toEqual({ breaker: 6, queued: 1 });
  });

  test("closes with the first letter that is taken, and the others go on by themselves", async () => {
    const world = await openBreaker();
    answers.rcpt = undefined;
    await setLane(world, { probeAt: new Date(0) });
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ breaker: 6, accepted: 1 });
    expect(await laneOf(world)).toMatchObject({ openedAt: null, probeAt: null, refusals: 0, probes: 0 });

    expect(await tendLanes()).toBe(6);
    await setLane(world, { rate: 100, filledAt: new Date(0) });
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ accepted: 7 });
  });

  test("stays open when the one that was tried is refused as well, and asks less and less often", async () => {
    const world = await openBreaker();
    await setLane(world, { probeAt: new Date(0) });
    await drainDue(transport, never);
    const first = await laneOf(world);
    expect(first).toMatchObject({ openedAt: expect.any(Date) as Date, probes: 1 });
    await tendLanes();
    expect(await countStates(world)).toEqual({ breaker: 7 });

    await setLane(world, { probeAt: new Date(0) });
    expect(await tendLanes()).toBe(1);
    const before = Date.now();
    await drainDue(transport, never);
    const second = await laneOf(world);
    expect(second.probes).toBe(2);
    const minutes = ((second.probeAt?.getTime() ?? 0) - before) / 60_000;
    expect(minutes).toBeGreaterThan(29);
    expect(minutes).toBeLessThan(31);
  });

  test("does not open for letters refused one by one while others are taken", async () => {
    const world = await makeLane(12);
    let asked = 0;
    answers.rcpt = () => (asked++ % 2 === 0 ? "550 5.7.1 not this one" : undefined);
    const single = new Transport(sink.url, 1);
    await drainDue(single, never);
    single.close();
    expect(await laneOf(world)).toMatchObject({ openedAt: null });
    expect(await countStates(world)).toEqual({ policy: 6, accepted: 6 });
  });

  test.each([
    ["held with the lane", true],
    ["refused one by one before it opened", false],
  ])("does not let letters go that a newer revision has overtaken while they were %s", async (_name, opened) => {
    const world = opened ? await openBreaker() : await makeRefused(2);
    const { id: campaignId, organisationId } = world.campaign;
    await db().revision.create({
      data: { id: uuidv7(), organisationId, campaignId, number: 2, publishedAt: new Date(), supersedesAt: new Date() },
    });
    await db().$transaction((tx) => holdSuperseded(tx, campaignId));
    await setLane(world, { openedAt: null });
    await tendLanes();
    const states = await countStates(world);
    expect(states).toEqual({ superseded: opened ? 7 : 2 });
  });

  test("tries another letter when the one that was tried is put off", async () => {
    const world = await openBreaker();
    answers.rcpt = () => "451 4.3.0 later";
    await setLane(world, { probeAt: new Date(0) });
    await drainDue(transport, never);
    await tendLanes();
    expect(await countStates(world)).toEqual({ breaker: 7 });
    answers.rcpt = undefined;
    await setLane(world, { probeAt: new Date(0) });
    expect(await tendLanes()).toBe(1);
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ breaker: 6, accepted: 1 });
  });

  test("stays open after refusals in the session, however long ago a letter came back", async () => {
    const world = await openBreaker();
    await setLane(world, { returns: 1, returnedAt: new Date(0), probeAt: new Date(0) });
    await drainDue(transport, never);
    await tendLanes();
    await setLane(world, { probeAt: new Date(0) });
    await tendLanes();
    expect((await laneOf(world)).openedAt).not.toBeNull();
  });
});

function minutesAgo(minutes: number): Date {
  return new Date(Date.now() - minutes * 60_000);
}

describe("a lane behind a relay, whose letters are taken first and come back by policy", () => {
  test("opens at the third that comes back, and closes when the one that is tried then does not", async () => {
    const world = await makeLane(4);
    await setLane(world, { returns: 3, returnedAt: minutesAgo(1) });
    await tendLanes();
    expect(await laneOf(world)).toMatchObject({ openedAt: expect.any(Date) as Date, probes: 0 });
    expect(await countStates(world)).toEqual({ breaker: 3, queued: 1 });

    await setLane(world, { probeAt: new Date(0) });
    await drainDue(transport, never);
    await tendLanes();
    expect(await countStates(world)).toEqual({ breaker: 3, accepted: 1 });
    expect(await laneOf(world)).toMatchObject({ openedAt: expect.any(Date) as Date, probes: 1 });

    await setLane(world, { probeAt: new Date(0), probedAt: minutesAgo(20), returnedAt: minutesAgo(19) });
    await tendLanes();
    expect((await laneOf(world)).openedAt).not.toBeNull();
    await setLane(world, { probeAt: new Date(0), probedAt: minutesAgo(18), returnedAt: minutesAgo(19) });
    await tendLanes();
    expect(await laneOf(world)).toMatchObject({ openedAt: null, returns: 0 });
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ accepted: 4 });
  });

  test("does not open for letters that came back long ago", async () => {
    const world = await makeLane(1);
    await setLane(world, { returns: 3, returnedAt: minutesAgo(61) });
    await tendLanes();
    expect((await laneOf(world)).openedAt).toBeNull();
  });
});

test("an address its server does not know is failing, and at the third letter the others wait for a member", async () => {
  const world = await makeLane(9);
  const single = new Transport(sink.url, 1, 1);
  answers.rcpt = () => "550 5.1.1 no such user";
  await setLane(world, { rate: 2 });
  await drainDue(single, never);
  const address = () => db().address.findUniqueOrThrow({ where: { id: world.minister.addressId } });
  expect(await address()).toMatchObject({ status: "failing", failures: 2, failureCode: "5.1.1" });
  expect(await countStates(world)).toEqual({ failed: 2, queued: 7 });
  await setLane(world, { rate: 1, filledAt: new Date(0) });
  await drainDue(single, never);
  single.close();
  expect(await address()).toMatchObject({ status: "failing", failures: 3 });
  expect(await countStates(world)).toEqual({ failed: 3, address: 6 });
});

describe("a pause", () => {
  const scopes = ["installation", "organisation", "campaign", "recipient", "lane"] as const;

  function pauseData(world: World, scope: (typeof scopes)[number]): Prisma.PauseUncheckedCreateInput {
    const { organisationId, id: campaignId } = world.campaign;
    const subjects = { campaign: campaignId, recipient: world.minister.id } as const;
    return {
      id: uuidv7(),
      scope,
      organisationId: scope === "installation" ? null : organisationId,
      subjectId: scope === "campaign" || scope === "recipient" ? subjects[scope] : null,
      lane: scope === "lane" ? world.minister.lane : null,
    };
  }

  test.each(scopes)("of the %s keeps letters back at the claim and at the fence, until it is ended", async (scope) => {
    const world = await makeLane(2);
    const [row, second] = (await claimDue(10, true)).filter((held) => held.table === "letters");
    if (!row || !second) throw new Error("nothing was due");
    const leaving = { to: "transmitting", messageId: `${row.id}@example.org`, sealedBytes: Buffer.from("x") } as const;
    const { id } = await db().pause.create({ data: pauseData(world, scope) });
    expect(await passFence({ row, ...leaving })).toBe(false);
    await db()
      .$executeRaw`update letters set state = 'queued', lease = null, lease_until = null where lease is not null`;
    expect(await claimDue(10, true)).toEqual([]);

    await db().pause.update({ where: { id }, data: { endedAt: new Date() } });
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ accepted: 2 });
  });

  test("of one organisation's lane lets the letters of another one through", async () => {
    const world = await makeLane(1);
    const other = await makeWorld({ signers: 1, ministerAddress: world.minister.address });
    await db().pause.create({ data: pauseData(world, "lane") });
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ queued: 1 });
    expect(await countStates(other)).toEqual({ accepted: 1 });
  });
});

test("a database that was restored from a backup sends nothing, not even our own mails, until a member says so", async () => {
  await ensureInstallation();
  await noticeRestored();
  const world = await makeLane(1);
  await makeMail(world, await makeSignature(world, { typed: { disclosure: "counted" } }));
  expect(await db().pause.count({ where: { scope: "installation", endedAt: null } })).toBe(0);

  await db().installation.updateMany({ data: { databaseStamp: "another" } });
  expect(await claimDue(10, true)).toEqual([]);
  await noticeRestored();
  await noticeRestored();
  const pauses = await db().pause.findMany({ where: { scope: "installation", endedAt: null } });
  expect(pauses).toMatchObject([{ cause: "restored", madeBy: null }]);
  expect(await claimDue(10, true)).toEqual([]);

  await db().pause.updateMany({ data: { endedAt: new Date() } });
  expect((await claimDue(10, true)).map(({ table }) => table).toSorted()).toEqual(["letters", "mails"]);
});

async function stamp(): Promise<string | undefined> {
  const [row] = await db().$queryRaw<{ stamp: string }[]>`select database_stamp() as stamp`;
  return row?.stamp;
}

test("a pause that stood in the backup does not pass for the one of a restored database", async () => {
  await ensureInstallation();
  await noticeRestored();
  const { id } = await db().pause.create({ data: { id: uuidv7(), scope: "installation", createdAt: new Date(0) } });
  await db().installation.updateMany({ data: { databaseStamp: "another" } });
  await noticeRestored();
  const pauses = await db().pause.findMany({ where: { scope: "installation", endedAt: null } });
  expect(pauses).toMatchObject([{ id, cause: "restored" }]);
  expect(Date.now() - (pauses[0]?.createdAt.getTime() ?? 0)).toBeLessThan(60_000);
  await db().pause.updateMany({ data: { endedAt: new Date() } });
});

test("a dump loaded over itself has another stamp", async () => {
  const before = await stamp();
  expect(before).toMatch(/^\d+:\d+:\d+:\d+$/);
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`alter table letters rename to letters_before`;
    await tx.$executeRaw`create table letters (like letters_before)`;
    const [row] = await tx.$queryRaw<{ stamp: string }[]>`select database_stamp() as stamp`;
    expect(row?.stamp).not.toBe(before);
    await tx.$executeRaw`drop table letters`;
    await tx.$executeRaw`alter table letters_before rename to letters`;
  });
  expect(await stamp()).toBe(before);
});

/** A zone in which it is now that hour. */
function zoneWhere(hour: number): string {
  const east = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${east > 0 ? "-" : "+"}${Math.abs(east)}`;
}

describe("office hours", () => {
  test.each([
    ["at noon", 12, true],
    ["in the last hour", 17, true],
    ["in the evening", 18, false],
    ["before eight", 7, false],
  ])("%s of a working day", async (_name, hour, open) => {
    const [row] = await db().$queryRaw<{ open: boolean }[]>`select office_open(${zoneWhere(hour)}, '{}') as open`;
    expect(row?.open).toBe(open);
  });

  test("end at the weekend, and a zone nobody knows stops no letter", async () => {
    const [row] = await db().$queryRaw<{ weekend: boolean; unknown: boolean }[]>`
      select office_open(${zoneWhere(12)}, '{1,2,3,4,5,6,7}') as weekend, office_open('Mars/Olympus', '{}') as unknown`;
    expect(row).toEqual({ weekend: false, unknown: true });
  });

  test("are those of the recipient, where the campaign asks for them", async () => {
    const world = await makeLane(1, { campaign: { officeHours: true } });
    await db().recipient.update({ where: { id: world.minister.id }, data: { timeZone: zoneWhere(3) } });
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ queued: 1 });
    await db().campaign.update({ where: { id: world.campaign.id }, data: { officeHours: false } });
    await drainDue(transport, never);
    expect(await countStates(world)).toEqual({ accepted: 1 });
  });
});

async function leftAgo(minutes: number) {
  await db().drip.updateMany({ data: { lastAt: minutesAgo(minutes) } });
}

test("letters that leave evenly leave one by one until the deadline, and what was missed is made up for", async () => {
  const deadlineAt = new Date(Date.now() + 10 * 3_600_000);
  const world = await makeLane(10, { campaign: { drip: true, deadlineAt, deadlineZone: "UTC" } });
  await db().tallyTotal.create({ data: { campaignId: world.campaign.id, state: "queued", count: 10 } });
  await drainDue(transport, never);
  await drainDue(transport, never);
  expect(await countStates(world)).toEqual({ accepted: 1, queued: 9 });
  await leftAgo(59);
  await drainDue(transport, never);
  expect(await countStates(world)).toEqual({ accepted: 1, queued: 9 });
  await leftAgo(200);
  await drainDue(transport, never);
  expect(await countStates(world)).toEqual({ accepted: 4, queued: 6 });

  // Many more sign: from now on they leave faster, whatever the pause was when the last one left.
  await db().tallyTotal.updateMany({ where: { campaignId: world.campaign.id }, data: { count: 36_000 } });
  await leftAgo(0.05);
  await drainDue(transport, never);
  expect(await countStates(world)).toMatchObject({ accepted: 7 });
});

test("what has waited for days is as patient as a new letter once it is tried", async () => {
  const world = await makeLane(1);
  await db()
    .$executeRaw`update letters set created_at = now() - interval '9 days' where campaign_id = ${world.campaign.id}::uuid`;
  answers.rcpt = () => "451 4.3.0 later";
  await drainDue(transport, never);
  expect(await countStates(world)).toEqual({ waiting: 1 });
  await db()
    .$executeRaw`update letters set tried_at = now() - interval '5 days', due_at = now() where state = 'waiting'`;
  await drainDue(transport, never);
  expect(await countStates(world)).toEqual({ failed: 1 });
});

test("mails that were claimed when the claim of letters failed are found again", async () => {
  const world = await makeWorld();
  const mail = await makeMail(world, await makeSignature(world, { typed: { disclosure: "counted" } }));
  await db().$executeRaw`alter table drips rename to drips_away`;
  await expect(claimDue(10, true)).rejects.toThrow("drips");
  await db().$executeRaw`alter table drips_away rename to drips`;
  const { leaseUntil } = await db().mail.findUniqueOrThrow({ where: { id: mail.id } });
  await extendLeases();
  expect((await db().mail.findUniqueOrThrow({ where: { id: mail.id } })).leaseUntil).toEqual(leaseUntil);
});

test("a campaign may hold what nobody can tell instead of sending it again", async () => {
  const world = await makeLane(1, { campaign: { whenAmbiguous: "hold" } });
  answers.dot = () => new Promise<string>(() => sink.drop());
  await drainDue(transport, never);
  expect(await countStates(world)).toEqual({ ambiguous: 1 });
  const [letter] = await db().letter.findMany({ where: { campaignId: world.campaign.id, channel: "email" } });
  expect(letter).toMatchObject({ doubledAt: expect.any(Date) as Date, lease: null });
});

test("the Message-ID follows from the letter, so that a restored database gives the same again", async () => {
  const world = await makeLane(1);
  answers.rcpt = () => "451 4.3.0 later";
  await drainDue(transport, never);
  answers.rcpt = undefined;
  await makeAllDue();
  await drainDue(transport, never);
  const [letter] = await db().letter.findMany({ where: { campaignId: world.campaign.id, channel: "email" } });
  const ids = sink.messages.map(({ raw }) => /^Message-ID: <(.+)>\r?$/im.exec(raw.toString())?.[1]);
  expect(ids).toEqual([letter?.messageId]);
  expect(makeMessageId({ table: "letters", id: letter?.id ?? "" }, "letters@appeals.test")).toBe(letter?.messageId);
});

async function relay() {
  return db().lane.findUnique({ where: { name: "*" } });
}

test("the desk can see whether our own mail server lets us in", async () => {
  await noteRelay({ kind: "ours", code: 421, enhancedCode: null, response: "421 go away" });
  expect(await relay()).toMatchObject({ openedAt: expect.any(Date) as Date, response: "421 go away" });
  await noteRelay(null);
  expect(await relay()).toMatchObject({ openedAt: null, response: null });
});
