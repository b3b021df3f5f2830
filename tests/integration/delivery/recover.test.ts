import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { claimDue } from "@/lib/delivery/claim";
import { passFence } from "@/lib/delivery/fence";
import { recoverLost } from "@/lib/delivery/recover";
import { makeWorld } from "@/tests/factories";

async function leaseRunsOut() {
  await db().$executeRaw`update letters set lease_until = now() - interval '1 second' where lease is not null`;
}

async function stateOf(id: string) {
  return db().letter.findUniqueOrThrow({ where: { id } });
}

async function claimOne() {
  await db().$executeRaw`update letters set due_at = now() where state = 'queued'`;
  const [row] = await claimDue(1);
  if (!row) throw new Error("nothing was due");
  const leave = () =>
    passFence({ row, to: "transmitting", messageId: "one@example.org", sealedBytes: Buffer.from("sealed") });
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
    messageId: "one@example.org",
  });

  const third = await claimOne();
  expect(third.row).toMatchObject({ doubled: true, messageId: "one@example.org", attempt: 3 });
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

test("a campaign paused after the claim holds its letter at the fence", async () => {
  const world = await makeWorld({ signers: 1 });
  const { leave } = await claimOne();
  await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "paused" } });
  expect(await leave()).toBe(false);
});

test("two claims at once never take the same letter", async () => {
  await makeWorld({ signers: 60 });
  const claims = await Promise.all([claimDue(25), claimDue(25), claimDue(25)]);
  const ids = claims.flat().map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ids).size).toBe(ids.length);
});
