import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { claimDue } from "@/lib/delivery/claim";
import { passFence } from "@/lib/delivery/fence";
import { recoverLost } from "@/lib/delivery/recover";
import { withdrawConsent } from "@/lib/cases/withdraw-consent";
import { endingOf } from "@/lib/delivery/ending";
import { markEnding } from "@/lib/delivery/mark";
import { readDrifts } from "@/lib/reports/recount.sql";
import { makeConsent } from "@/tests/cases";
import { makeMember } from "@/tests/members";
import { makeWorld, type World } from "@/tests/factories";
import { putLetters } from "@/tests/put-letters";

async function leaseRunsOut() {
  await db().$executeRaw`update letters set lease_until = now() - interval '1 second' where lease is not null`;
}

async function stateOf(id: string) {
  return db().letter.findUniqueOrThrow({ where: { id } });
}

async function claimOne() {
  await db().$executeRaw`update letters set due_at = now() where state = 'queued'`;
  const [row] = await claimDue(1, false);
  if (!row) throw new Error("nothing was due");
  const leave = () =>
    passFence({ row, to: "transmitting", messageId: `${row.id}@example.org`, sealedBytes: Buffer.from("sealed") });
  return { row, leave };
}

test("a claim that was never sent goes back without a flag; one that was leaving is flagged, then unknown", async () => {
  await makeWorld({ signers: 1 });
  const first = await claimOne();
  expect(await recoverLost()).toBe(0);
  await leaseRunsOut();
  expect(await first.leave()).toBe(false);
  expect(await recoverLost()).toBe(1);
  expect(await stateOf(first.row.id)).toMatchObject({
    state: "queued",
    doubledAt: null,
    lease: null,
    attemptCount: 1,
    sealedBytes: null,
  });

  const second = await claimOne();
  expect(await second.leave()).toBe(true);
  expect(await second.leave()).toBe(false);
  await leaseRunsOut();
  expect(await recoverLost()).toBe(1);
  expect(await stateOf(second.row.id)).toMatchObject({
    state: "queued",
    doubledAt: expect.any(Date) as Date,
    messageId: `${second.row.id}@example.org`,
  });

  const third = await claimOne();
  expect(third.row).toMatchObject({ doubled: true, messageId: `${second.row.id}@example.org` });
  await third.leave();
  await leaseRunsOut();
  await recoverLost();
  expect(await stateOf(third.row.id)).toMatchObject({ state: "unknown", lease: null });
  const attempts = await db().attempt.findMany({ where: { letterId: third.row.id }, orderBy: { id: "asc" } });
  expect(attempts.map(({ number, phase, outcome }) => [number, phase, outcome])).toEqual([
    [1, "claimed", null],
    [1, "recovered", "queued"],
    [2, "claimed", null],
    [2, "transmitting", null],
    [2, "recovered", "queued"],
    [3, "claimed", null],
    [3, "transmitting", null],
    [3, "recovered", "unknown"],
  ]);
});

/** One letter is leaving while something happens; then its server puts it off, refuses it, or its worker dies. */
const comesBack = {
  "is put off": async ({ row }: Claimed) => {
    const outcome = { kind: "temporary", code: 451, enhancedCode: null, response: "later" } as const;
    await markEnding(endingOf(row, outcome, "transmitting"));
  },
  "is refused": async ({ row }: Claimed) => {
    const outcome = { kind: "policy", code: 550, enhancedCode: null, response: "no" } as const;
    await markEnding(endingOf(row, outcome, "transmitting"));
  },
  "is lost": async () => {
    await leaseRunsOut();
    await recoverLost();
  },
};
type Claimed = Awaited<ReturnType<typeof claimOne>>;
const ways = Object.entries(comesBack);

async function withdraw(world: World) {
  await makeConsent(world.person, "name");
  await withdrawConsent(await makeMember(world.organisation), { personId: world.person.id, reason: "asked" });
}

async function supersede({ campaign, organisation }: World) {
  const now = new Date();
  const of = { organisationId: organisation.id, campaignId: campaign.id };
  const revision = { ...of, id: crypto.randomUUID(), number: 2, publishedAt: now, supersedesAt: now };
  await db().revision.create({ data: revision });
}

/** As if what has happened so far had happened a while ago. */
async function anHourPasses() {
  await db().$executeRaw`update consents set withdrawn_at = withdrawn_at - interval '1 hour'`;
  await db().$executeRaw`update revisions set supersedes_at = supersedes_at - interval '1 hour'`;
}

test.each(ways)(
  "a letter that was leaving when a consent was withdrawn and %s stays, without its bytes",
  async (_, back) => {
    const world = await makeWorld({ signers: 1 });
    const claimed = await claimOne();
    expect(await claimed.leave()).toBe(true);
    await withdraw(world);
    expect((await stateOf(claimed.row.id)).state).toBe("transmitting");
    await back(claimed);
    const after = await stateOf(claimed.row.id);
    expect(after).toMatchObject({ state: "held", holdReason: "consent", sealedBytes: null, lease: null });
    const last = await db().attempt.findFirst({ where: { letterId: claimed.row.id }, orderBy: { id: "desc" } });
    expect(last?.outcome).toBe("held");
    expect(await readDrifts()).toEqual([]);
  },
);

test.each(ways)("a letter that was leaving when its revision was superseded and %s stays", async (_, back) => {
  const world = await makeWorld({ signers: 1 });
  const claimed = await claimOne();
  await claimed.leave();
  await supersede(world);
  await back(claimed);
  expect(await stateOf(claimed.row.id)).toMatchObject({ state: "held", holdReason: "superseded" });
});

test("one that left after all that is only put off", async () => {
  const world = await makeWorld({ signers: 1 });
  await withdraw(world);
  await supersede(world);
  await anHourPasses();
  await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "live" } });
  const held = { state: "held", campaignId: world.campaign.id } as const;
  await putLetters({ where: held, data: { holdReason: "superseded" } });
  await putLetters({ where: held, data: { state: "queued" } });
  const claimed = await claimOne();
  expect(await claimed.leave()).toBe(true);
  await comesBack["is put off"](claimed);
  const after = await stateOf(claimed.row.id);
  expect(after).toMatchObject({ state: "waiting", holdReason: null });
  expect(after.sealedBytes).not.toBeNull();
});

test("a campaign paused after the claim holds its letter at the fence", async () => {
  const world = await makeWorld({ signers: 1 });
  const { leave } = await claimOne();
  await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "paused" } });
  expect(await leave()).toBe(false);
});

test("two claims at once never take the same letter", async () => {
  await makeWorld({ signers: 60 });
  const claims = await Promise.all([claimDue(25, false), claimDue(25, false), claimDue(25, false)]);
  const ids = claims.flat().map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ids).size).toBe(ids.length);
});
