import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { saveVersion } from "@/lib/letters/save-version";
import { makeToken } from "@/lib/privacy/links";
import { getMergePreview } from "@/lib/recipients/merge-preview";
import { mergeRecipients } from "@/lib/recipients/merge-recipients";
import { readDrifts } from "@/lib/reports/recount.sql";
import { confirmSignature } from "@/lib/signatures/confirm";
import { makeRecipient, makeSignature, makeWorld, type TestRecipient, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";
import { makeRule } from "@/tests/routing";

let world: World;
let actor: Actor;
let twin: TestRecipient;

beforeEach(async () => {
  world = await makeWorld();
  twin = await makeRecipient(world.campaign, { channel: "email", address: world.minister.address });
  world.ambassador = twin;
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

const pair = () => ({ stays: world.minister.id, goes: twin.id });
const lettersOf = (signatureId: string) => db().letter.findMany({ where: { signatureId }, orderBy: { id: "asc" } });
const openOf = async (signatureId: string) =>
  (await lettersOf(signatureId)).filter(({ state }) => state !== "cancelled");

/** Puts the twin into a version of its own in the revision that letters are written from. */
async function version(recipients: string[], name = "By fax"): Promise<string> {
  const key = await saveVersion(actor, world.campaign.id, { key: "", name, recipients });
  await db().revision.updateMany({ where: { campaignId: world.campaign.id }, data: { publishedAt: new Date() } });
  const newest = await db().revision.findFirstOrThrow({
    where: { campaignId: world.campaign.id },
    orderBy: { number: "desc" },
  });
  world.revision = newest;
  return key;
}

async function letterToTwin(): Promise<string> {
  const { id } = await makeSignature(world, {});
  await db().letter.deleteMany({ where: { signatureId: id, recipientId: world.minister.id } });
  return id;
}

async function placedIn(recipientId: string): Promise<string[]> {
  const rows = await db().versionRecipient.findMany({ where: { recipientId, revisionId: world.revision.id } });
  return rows.map(({ key }) => key);
}

test("what was checked in another version leaves as it was checked, and the preview says so", async () => {
  await version([twin.id]);
  const id = await letterToTwin();
  const preview = await getMergePreview(actor, pair());
  expect(preview.letters).toMatchObject({ moved: 0, otherVersion: 1, asTheyAre: 0 });
  expect(preview.versions).toMatchObject([{ campaignId: world.campaign.id, version: null, other: "By fax" }]);
  await mergeRecipients(actor, pair());
  expect(await lettersOf(id)).toMatchObject([
    { recipientId: twin.id, state: "queued", addressId: world.minister.addressId },
  ]);
  expect(await placedIn(world.minister.id)).toEqual([]);
});

test("who confirms after the merge writes what they checked, to the office once", async () => {
  await version([twin.id]);
  const both = await makeSignature(world, { state: "pending" });
  const alone = await makeSignature(world, { state: "pending" });
  const { routes } = await db().submission.findUniqueOrThrow({ where: { id: alone.submissionId } });
  const own = (routes as { recipient: string }[]).filter(({ recipient }) => recipient === twin.id);
  await db().submission.update({ where: { id: alone.submissionId }, data: { routes: own } });
  await mergeRecipients(actor, pair());
  await confirmSignature(makeToken("confirm", both.submissionId));
  await confirmSignature(makeToken("confirm", alone.submissionId));
  expect(await lettersOf(both.id)).toMatchObject([{ recipientId: world.minister.id }]);
  expect(await lettersOf(alone.id)).toMatchObject([{ recipientId: twin.id, addressId: world.minister.addressId }]);
  expect(await readDrifts()).toEqual([]);
});

test("an office that rules alone reach keeps its version too", async () => {
  await version([twin.id]);
  await db().campaignRecipient.deleteMany({ where: { recipientId: world.minister.id } });
  await makeRule(world.campaign, "own_government", { recipients: [world.minister.id] });
  await mergeRecipients(actor, pair());
  expect(await placedIn(world.minister.id)).toEqual([]);
});

test("so does one that has letters of a revision it no longer stands in", async () => {
  await version([twin.id]);
  await makeSignature(world, {});
  await db().campaignRecipient.deleteMany({ where: { recipientId: world.minister.id } });
  await mergeRecipients(actor, pair());
  expect(await placedIn(world.minister.id)).toEqual([]);
});

test("what waits for a confirmation counts as written to", async () => {
  await version([twin.id]);
  await makeSignature(world, { state: "pending" });
  await db().campaignRecipient.deleteMany({ where: { recipientId: world.minister.id } });
  await mergeRecipients(actor, pair());
  expect(await placedIn(world.minister.id)).toEqual([]);
});

test("the office that takes the other's place gives its letters its version", async () => {
  const key = await version([twin.id]);
  await db().campaignRecipient.deleteMany({ where: { recipientId: world.minister.id } });
  const id = await letterToTwin();
  expect((await getMergePreview(actor, pair())).versions).toMatchObject([{ version: "By fax", other: "By fax" }]);
  await mergeRecipients(actor, pair());
  expect(await lettersOf(id)).toMatchObject([{ recipientId: world.minister.id }]);
  expect(await placedIn(world.minister.id)).toEqual([key]);
});

test("a letter kept at an office merged first is compared with the one at the last office", async () => {
  const third = await makeRecipient(world.campaign, { channel: "email", address: "third@mfa.example.org" });
  const { id } = await makeSignature(world, {});
  await putLetters({
    where: { signatureId: id, recipientId: twin.id },
    data: { sealedBytes: new Uint8Array([1]), messageId: `${uuidv7()}@x.test`, state: "waiting" },
  });
  await mergeRecipients(actor, { stays: third.id, goes: twin.id });
  expect(await openOf(id)).toMatchObject([{ recipientId: world.minister.id }, { recipientId: twin.id }]);
  const next = { stays: world.minister.id, goes: third.id };
  expect((await getMergePreview(actor, next)).letters).toMatchObject({ cancelled: 1, asTheyAre: 0 });
  await mergeRecipients(actor, next);
  expect(await openOf(id)).toMatchObject([{ recipientId: world.minister.id }]);
  expect(await readDrifts()).toEqual([]);
});

test("one that was kept at the office that stays is compared too", async () => {
  const third = await makeRecipient(world.campaign, { channel: "email", address: "third@mfa.example.org" });
  const { id } = await makeSignature(world, {});
  await putLetters({
    where: { signatureId: id, recipientId: twin.id },
    data: { sealedBytes: new Uint8Array([1]), messageId: `${uuidv7()}@x.test`, state: "waiting" },
  });
  await mergeRecipients(actor, { stays: third.id, goes: twin.id });
  await mergeRecipients(actor, { stays: third.id, goes: world.minister.id });
  expect(await openOf(id)).toHaveLength(1);
});

test("who confirms after two merges in a row writes one letter, to the last office", async () => {
  const third = await makeRecipient(world.campaign, { channel: "email", address: "third@mfa.example.org" });
  const pending = await makeSignature(world, { state: "pending" });
  await mergeRecipients(actor, pair());
  await mergeRecipients(actor, { stays: third.id, goes: world.minister.id });
  await confirmSignature(makeToken("confirm", pending.submissionId));
  expect(await lettersOf(pending.id)).toMatchObject([{ recipientId: third.id }]);
});

test("letters confirmed while a second merge runs reach the last office once each", async () => {
  const third = await makeRecipient(world.campaign, { channel: "email", address: "third@mfa.example.org" });
  const pending = await Promise.all(Array.from({ length: 8 }, () => makeSignature(world, { state: "pending" })));
  await mergeRecipients(actor, pair());
  await Promise.all([
    ...pending.map(({ submissionId }) => confirmSignature(makeToken("confirm", submissionId))),
    mergeRecipients(actor, { stays: third.id, goes: world.minister.id }),
  ]);
  for (const { id } of pending) expect(await openOf(id)).toMatchObject([{ recipientId: third.id }]);
});
