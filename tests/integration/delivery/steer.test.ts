import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { db, pool } from "@/lib/db";
import type { Letter } from "@/lib/generated/prisma/client";
import { drainDue } from "@/lib/delivery/drain";
import { retryLetters } from "@/lib/delivery/retry";
import type { RetryInput, SkipInput } from "@/lib/delivery/schema";
import { skipLetters } from "@/lib/delivery/skip";
import { Transport } from "@/lib/delivery/transmit";
import { makeToken } from "@/lib/privacy/links";
import { listUnreached } from "@/lib/recipients/list-unreached";
import { releaseWaiting } from "@/lib/recipients/release-waiting";
import { readDrifts } from "@/lib/reports/recount.sql";
import { withdrawSignature } from "@/lib/signatures/withdraw";
import { makeCampaign, makeRevision, makeSignatures, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";
import { startSink } from "@/tests/smtp-sink";

const later = new Date(Date.now() + 3_600_000);

/** A world whose letters to the minister are all in one state, and an owner. */
async function stuck(data: Partial<Letter>, signers = 2): Promise<World & { owner: Actor }> {
  const world = await makeWorld({ signers });
  await putLetters({ where: { campaignId: world.campaign.id, channel: "email" }, data: { dueAt: later, ...data } });
  return { ...world, owner: await makeMember(world.organisation) };
}

function toMinister({ campaign, minister }: World) {
  const where = { campaignId: campaign.id, recipientId: minister.id };
  return db().letter.findMany({ where, orderBy: { id: "asc" } });
}

/** The minister's second mailbox. @returns its id */
async function addAddress({ organisation, minister }: World): Promise<string> {
  const [id, value] = [crypto.randomUUID(), `office-${crypto.randomUUID()}@new.example`];
  const of = { organisationId: organisation.id, recipientId: minister.id, position: 9 };
  await db().address.create({ data: { id, ...of, channel: "email", value, lane: "new.example" } });
  return id;
}

function asked({ campaign, minister }: World, which: RetryInput["which"]): RetryInput {
  return { campaign: campaign.id, recipient: minister.id, which };
}

test("a letter that failed at the first address counts as a failure of the next one too", async () => {
  const world = await stuck({ state: "failed" }, 1);
  const [letter] = await toMinister(world);
  const attempt = {
    letterId: letter?.id,
    lease: crypto.randomUUID(),
    phase: "ended",
    outcome: "failed",
    number: 1,
  } as const;
  await db().attempt.create({ data: attempt });
  await db().address.update({ where: { id: world.minister.addressId }, data: { status: "dead" } });
  const next = await addAddress(world);
  await retryLetters(world.owner, asked(world, "failed"));
  const sink = await startSink({ rcpt: () => "550 5.1.1 no such user" });
  const transport = new Transport(sink.url, 1);
  await drainDue(transport, new AbortController().signal);
  transport.close();
  await sink.stop();
  expect(await db().address.findUnique({ where: { id: next } })).toMatchObject({ status: "failing", failures: 1 });
});

test.each([
  ["waiting", { state: "waiting" }, false],
  ["failed", { state: "failed" }, false],
  ["bounced", { state: "bounced" }, true],
  ["ambiguous", { state: "held", holdReason: "ambiguous" }, true],
  ["quarantined", { state: "quarantined" }, false],
] as const)("letters that are %s leave now when a member says so", async (which, data, doubled) => {
  const world = await stuck(data);
  expect(await retryLetters(world.owner, asked(world, which))).toBe(2);
  for (const letter of await toMinister(world)) {
    expect(letter).toMatchObject({ state: "queued", holdReason: null });
    expect(letter.dueAt.getTime()).toBeLessThan(later.getTime());
    expect(letter.doubledAt !== null).toBe(doubled);
  }
  const jobs = await pool().query("select 1 from graphile_worker.jobs where task_identifier = 'deliver'");
  expect(jobs.rowCount).toBeGreaterThan(0);
  const event = { organisationId: world.owner.organisationId, action: "letters.retry", reason: which };
  expect(await db().auditEvent.count({ where: event })).toBe(1);
});

test("what is not asked for stays, and so does what must not leave", async () => {
  const world = await stuck({ state: "failed" }, 3);
  const [withdrawn] = world.signatures;
  await db().signature.update({ where: { id: withdrawn?.id ?? "" }, data: { state: "withdrawn" } });
  expect(await retryLetters(world.owner, asked(world, "ambiguous"))).toBe(0);
  expect(await retryLetters(world.owner, asked(world, "failed"))).toBe(2);
  expect((await toMinister(world)).map(({ state }) => state).toSorted()).toEqual(["failed", "queued", "queued"]);
});

test("letters of a superseded revision are not tried again", async () => {
  const old = await stuck({ state: "failed" });
  const { id: campaignId, organisationId } = old.campaign;
  const now = new Date();
  const newer = { id: crypto.randomUUID(), organisationId, campaignId, number: 2, publishedAt: now, supersedesAt: now };
  await db().revision.create({ data: newer });
  expect(await retryLetters(old.owner, asked(old, "failed"))).toBe(0);
});

describe.each(["failed", "bounced", "quarantined"] as const)(
  "letters that are %s, at an address given up since",
  (state) => {
    const bytes = Buffer.from("made for the old address");

    async function giveUp(): Promise<World & { owner: Actor }> {
      const world = await stuck({ state, sealedBytes: bytes, messageId: `<${crypto.randomUUID()}@letters.test>` }, 1);
      await db().address.update({ where: { id: world.minister.addressId }, data: { status: "dead" } });
      return world;
    }

    test("wait, visibly, until there is one that works, and then leave for it", async () => {
      const world = await giveUp();
      expect(await retryLetters(world.owner, asked(world, state))).toBe(1);
      expect(await toMinister(world)).toMatchObject([{ state: "held", holdReason: "address" }]);
      expect((await listUnreached(world.owner))[0]).toMatchObject({ id: world.minister.id, waiting: [{ count: 1 }] });
      const address = await addAddress(world);
      await releaseWaiting(world.owner, world.minister.id);
      expect(await toMinister(world)).toMatchObject([{ state: "queued", addressId: address, sealedBytes: null }]);
      expect(await readDrifts()).toEqual([]);
    });

    test("leave for another one at once where there is one, under their Message-ID", async () => {
      const world = await giveUp();
      const address = await addAddress(world);
      const [before] = await toMinister(world);
      expect(await retryLetters(world.owner, asked(world, state))).toBe(1);
      const [after] = await toMinister(world);
      expect(after).toMatchObject({ state: "queued", addressId: address, lane: "new.example", sealedBytes: null });
      expect(after?.messageId).toBe(before?.messageId);
    });

    test("wait for a member's decision where it fails, though it was not given up", async () => {
      const world = await stuck({ state }, 1);
      await db().address.update({ where: { id: world.minister.addressId }, data: { status: "failing", failures: 3 } });
      expect(await retryLetters(world.owner, asked(world, state))).toBe(1);
      expect(await toMinister(world)).toMatchObject([{ state: "held", holdReason: "address" }]);
    });

    test("stay as they are in other campaigns", async () => {
      const world = await giveUp();
      await addAddress(world);
      const campaign = await makeCampaign(world.organisation);
      const other = { ...world, campaign, revision: await makeRevision(campaign) };
      await makeSignatures(other, 1);
      const where = { campaignId: campaign.id, recipientId: world.minister.id };
      await putLetters({ where, data: { state: "held", holdReason: "address", addressId: null } });
      await retryLetters(world.owner, asked(world, state));
      expect(await db().letter.findMany({ where, select: { state: true } })).toEqual([{ state: "held" }]);
    });
  },
);

test("a letter that came back leaves a second time as it was, flagged; one that may have left twice stays", async () => {
  const bytes = Buffer.from("made once");
  const world = await stuck({ state: "bounced", sealedBytes: bytes }, 2);
  const [first] = await toMinister(world);
  await putLetters({ where: { id: first?.id ?? "" }, data: { doubledAt: new Date() } });
  expect(await retryLetters(world.owner, asked(world, "bounced"))).toBe(1);
  const [stays, leaves] = await toMinister(world);
  expect(stays).toMatchObject({ state: "bounced" });
  expect(leaves).toMatchObject({ state: "queued" });
  expect(leaves?.doubledAt).not.toBeNull();
  expect(Buffer.from(leaves?.sealedBytes ?? [])).toEqual(bytes);
});

test("a lane whose breaker is open is probed at once, a closed one is left alone", async () => {
  const world = await stuck({ state: "waiting" });
  const name = world.minister.lane;
  await retryLetters(world.owner, asked(world, "waiting"));
  expect((await db().lane.findUniqueOrThrow({ where: { name } })).probeAt).toBeNull();
  await db().lane.update({ where: { name }, data: { openedAt: new Date(), probeAt: later } });
  await retryLetters(world.owner, asked(world, "waiting"));
  expect((await db().lane.findUniqueOrThrow({ where: { name } })).probeAt?.getTime()).toBeLessThan(later.getTime());
});

test("held letters are skipped when they are as many as the member saw", async () => {
  const world = await stuck({ state: "held", holdReason: "policy" });
  const input: SkipInput = { campaign: world.campaign.id, recipient: world.minister.id, reason: "policy", count: 2 };
  for (const wrong of [{ count: 1 }, { reason: "member" as const }]) {
    await expect(skipLetters(world.owner, { ...input, ...wrong })).rejects.toMatchObject({ code: "changed-meanwhile" });
  }
  expect((await toMinister(world)).map(({ state }) => state)).toEqual(["held", "held"]);
  expect(await skipLetters(world.owner, input)).toBe(2);
  expect((await toMinister(world)).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
});

test.each<Partial<Letter>>([{ holdReason: "ambiguous" }, { holdReason: "policy", doubledAt: new Date() }])(
  "a letter that may have arrived (%o) is not called unsent when it is skipped",
  async (data) => {
    const world = await stuck({ state: "held", ...data });
    const reason = data.holdReason ?? "policy";
    await skipLetters(world.owner, { campaign: world.campaign.id, recipient: world.minister.id, reason, count: 2 });
    expect((await toMinister(world)).map(({ state }) => state)).toEqual(["unknown", "unknown"]);
    expect(await readDrifts()).toEqual([]);
  },
);

/** What becomes of a letter whose writer withdraws. */
async function afterWithdrawal(data: Partial<Letter>): Promise<Letter | undefined> {
  const world = await stuck(data, 1);
  await withdrawSignature(makeToken("mine", world.signatures[0]?.id ?? ""));
  expect(await readDrifts()).toEqual([]);
  return (await toMinister(world))[0];
}

describe("a letter whose writer withdraws", () => {
  test.each<Partial<Letter>>([
    { state: "held", holdReason: "ambiguous" },
    { state: "held", holdReason: "member", doubledAt: new Date() },
    { state: "waiting", doubledAt: new Date() },
    { state: "queued", doubledAt: new Date() },
    { state: "quarantined", doubledAt: new Date() },
  ])("is not called unsent where it may have arrived: %o", async (data) => {
    expect(await afterWithdrawal(data)).toMatchObject({ state: "unknown" });
  });

  test("is called unsent where it has never left", async () => {
    expect(await afterWithdrawal({ state: "held", holdReason: "member" })).toMatchObject({ state: "cancelled" });
  });
});

test("nothing is tried again or skipped between organisations", async () => {
  const ours = await stuck({ state: "failed" });
  const theirs = await stuck({ state: "failed" });
  const pairs = [
    { campaign: ours.campaign.id, recipient: theirs.minister.id },
    { campaign: theirs.campaign.id, recipient: ours.minister.id },
    { campaign: "no id", recipient: ours.minister.id },
    { campaign: ours.campaign.id, recipient: "no id" },
  ];
  for (const pair of pairs) {
    await expect(retryLetters(ours.owner, { ...pair, which: "failed" })).rejects.toMatchObject({ code: "not-found" });
    const skip = { ...pair, reason: "policy", count: 1 } as const;
    await expect(skipLetters(ours.owner, skip)).rejects.toMatchObject({ code: "not-found" });
  }
});
