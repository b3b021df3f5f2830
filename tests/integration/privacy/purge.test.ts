import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { getDailyPepper } from "@/lib/privacy/daily-pepper";
import { purgePeppers } from "@/lib/privacy/purge-peppers";
import { readDrifts } from "@/lib/reports/recount.sql";
import { purgePending } from "@/lib/signatures/erase-pending";
import { purgeDrafts } from "@/lib/signatures/purge-drafts";
import { makeMail, makeSignature, makeWorld } from "@/tests/factories";

test("drafts that were never sent are forgotten when their hour is over, and nothing else", async () => {
  const world = await makeWorld();
  const sent = await makeSignature(world, { state: "pending" });
  await db().submission.update({ where: { id: sent.submissionId }, data: { expiresAt: new Date(0) } });
  const draft = {
    organisationId: world.organisation.id,
    campaignId: world.campaign.id,
    revisionId: world.revision.id,
    language: "en",
    letterLanguage: "en",
  };
  const expired = await db().submission.create({ data: { ...draft, id: crypto.randomUUID(), expiresAt: new Date(0) } });
  const open = await db().submission.create({
    data: { ...draft, id: crypto.randomUUID(), expiresAt: new Date(Date.now() + 3_600_000) },
  });
  expect(await purgeDrafts()).toBe(1);
  const left = await db().submission.findMany({ select: { id: true } });
  expect(left.map(({ id }) => id).toSorted()).toEqual([sent.submissionId, open.id].toSorted());
  expect(left).not.toContainEqual({ id: expired.id });
});

test("signatures that nobody confirmed while their link worked are forgotten, and nothing else", async () => {
  const world = await makeWorld({ signers: 1 });
  const late = await makeSignature(world, { state: "pending" });
  await makeMail(world, late);
  const again = await makeSignature(world, { state: "pending" });
  const young = await makeSignature(world, { state: "pending" });
  const old = new Date(Date.now() - 8 * 86_400_000);
  const where = { id: { in: [late.id, again.id, world.signatures[0]?.id ?? ""] } };
  await db().signature.updateMany({ where, data: { createdAt: old } });
  await db().submission.update({ where: { id: late.submissionId }, data: { expiresAt: new Date(0) } });
  expect(await purgePending()).toBe(1);
  expect(await purgePending()).toBe(0);
  const left = await db().signature.findMany({ where: { campaignId: world.campaign.id }, select: { id: true } });
  expect(left.map(({ id }) => id).toSorted()).toEqual([world.signatures[0]?.id ?? "", again.id, young.id].toSorted());
  expect(await db().submission.count({ where: { id: late.submissionId } })).toBe(0);
  expect(await db().mail.count({ where: { campaignId: world.campaign.id } })).toBe(0);
  expect(await readDrifts()).toEqual([]);
});

test("the peppers of past days are destroyed with what was limited under them", async () => {
  const yesterday = new Date(`${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`);
  await getDailyPepper(yesterday);
  const today = await getDailyPepper(new Date());
  await db().mailLimit.create({ data: { key: new Uint8Array(32), day: yesterday, sent: 3 } });
  expect(await purgePeppers()).toBe(1);
  expect(await db().mailLimit.count()).toBe(0);
  expect(await db().dailyPepper.count()).toBe(1);
  expect(await getDailyPepper(new Date())).toEqual(today);
});
