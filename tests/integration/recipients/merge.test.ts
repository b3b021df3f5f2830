import { beforeEach, describe, expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { claimLetterRows } from "@/lib/delivery/claim.sql";
import { fenceRows } from "@/lib/delivery/fence.sql";
import { pauseDelivery } from "@/lib/delivery/pause";
import { retryLetters } from "@/lib/delivery/retry";
import type { Letter } from "@/lib/generated/prisma/client";
import type { DeliveryState } from "@/lib/generated/prisma/enums";
import { makeToken } from "@/lib/privacy/links";
import { saveVersion } from "@/lib/letters/save-version";
import { liftRecipients } from "@/lib/recipients/lift-recipients";
import { silenceRecipients } from "@/lib/recipients/silence-recipients";
import { getMergePreview } from "@/lib/recipients/merge-preview";
import { mergeRecipients } from "@/lib/recipients/merge-recipients";
import { getOffice } from "@/lib/recipients/office";
import { readDrifts } from "@/lib/reports/recount.sql";
import { confirmSignature } from "@/lib/signatures/confirm";
import {
  makeRecipient,
  makeSignature,
  makeSignatures,
  makeWorld,
  type TestRecipient,
  type World,
} from "@/tests/factories";
import { ticked } from "@/tests/library";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";
import { makeRule } from "@/tests/routing";

let world: World;
let actor: Actor;
let twin: TestRecipient;

/** The minister once more, as the world's second recipient. */
beforeEach(async () => {
  world = await makeWorld();
  twin = await makeRecipient(world.campaign, { channel: "email", address: world.minister.address });
  world.ambassador = twin;
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

test("rules that name the one that goes name the one that stays; its letters stay those of its own version", async () => {
  const { campaign } = world;
  const rule = await makeRule(campaign, "embassy", { represents: "CN", fallback: twin.id });
  const list = await makeRule(campaign, "everyone", { recipients: [twin.id, world.minister.id] });
  await saveVersion(actor, campaign.id, { key: "", name: "By fax", recipients: [twin.id] });
  await merge();
  expect(await db().routingRule.findUnique({ where: { id: rule } })).toMatchObject({ fallbackId: world.minister.id });
  const named = await db().routingRuleRecipient.findMany({ where: { ruleId: list } });
  expect(named.map(({ recipientId }) => recipientId)).toEqual([world.minister.id]);
  expect(await db().versionRecipient.findMany({ where: { recipientId: world.minister.id } })).toEqual([]);
});

test("in a campaign that wrote to the other one alone, the one that stays takes its version", async () => {
  const { campaign, minister } = world;
  await db().campaignRecipient.deleteMany({ where: { recipientId: minister.id } });
  const key = await saveVersion(actor, campaign.id, { key: "", name: "By fax", recipients: [twin.id] });
  await merge();
  const placed = await db().versionRecipient.findMany({ where: { recipientId: minister.id } });
  expect(placed).toMatchObject([{ key }]);
});

const pair = () => ({ stays: world.minister.id, goes: twin.id });
const merge = () => mergeRecipients(actor, pair());
const letters = (signatureId?: string) =>
  db().letter.findMany({ where: { signatureId }, orderBy: [{ recipientId: "asc" }, { id: "asc" }] });

test("everything goes to the one that stays, and the other leads there", async () => {
  const { organisationId } = world.campaign;
  const other = await db().address.create({
    data: { id: uuidv7(), organisationId, recipientId: twin.id, channel: "fax", value: "+441632960125", lane: "fax" },
  });
  await db().embassy.create({
    data: { id: uuidv7(), organisationId, recipientId: twin.id, represents: "CN", host: "FR" },
  });
  await db().recipient.update({ where: { id: twin.id }, data: { tags: ["asylum"] } });
  await merge();
  const office = await getOffice(actor, world.minister.id);
  expect(office).toMatchObject({ tags: ["asylum"], campaigns: [{}] });
  if ("mergedInto" in office) throw new Error("merged");
  expect(office.addresses.map(({ id }) => id)).toEqual([world.minister.addressId, other.id]);
  expect(office.holders.map(({ id, until }) => [id, until === null])).toEqual(
    expect.arrayContaining([
      [world.minister.holderId, true],
      [twin.holderId, false],
    ]),
  );
  expect(await db().embassy.count({ where: { recipientId: world.minister.id } })).toBe(1);
  expect(await getOffice(actor, twin.id)).toEqual({ mergedInto: world.minister.id });
  await expect(merge()).rejects.toMatchObject({ code: "not-found" });
});

describe("of two letters of one writer", () => {
  const cases: [DeliveryState, DeliveryState, DeliveryState, DeliveryState][] = [
    ["queued", "queued", "queued", "cancelled"],
    ["claimed", "claimed", "claimed", "cancelled"],
    ["accepted", "queued", "accepted", "cancelled"],
    ["transmitting", "waiting", "transmitting", "cancelled"],
    ["unknown", "claimed", "unknown", "cancelled"],
    ["queued", "accepted", "cancelled", "accepted"],
    ["with_signer", "queued", "cancelled", "queued"],
    ["with_signer", "with_signer", "with_signer", "cancelled"],
    ["accepted", "accepted", "accepted", "accepted"],
    ["failed", "queued", "failed", "queued"],
    ["queued", "bounced", "queued", "bounced"],
  ];
  test.each(cases)("%s and %s, become %s and %s", async (one, other, oneAfter, otherAfter) => {
    await db().letter.deleteMany({});
    const { letters: made, id } = await makeTwo(one, other);
    const preview = await getMergePreview(actor, pair());
    expect(preview.stays.reached).toEqual([world.minister.address]);
    const before = preview.letters;
    await merge();
    const after = await letters(id);
    expect([made.minister, made.twin].map((letter) => after.find((row) => row.id === letter)?.state)).toEqual([
      oneAfter,
      otherAfter,
    ]);
    expect(before.cancelled).toBe([oneAfter, otherAfter].filter((state) => state === "cancelled").length);
    expect(before.twice).toBe(one === "accepted" && other === "accepted" ? 1 : 0);
    expect(await readDrifts()).toEqual([]);
  });

  test("no second one is tried again", async () => {
    const { letters: made } = await makeTwo("failed", "accepted");
    await merge();
    const input = { campaign: world.campaign.id, recipient: world.minister.id, which: "failed" as const };
    expect(await retryLetters(await makeMember(world.organisation), input)).toBe(0);
    expect((await letters()).find(({ id }) => id === made.minister)?.state).toBe("failed");
  });
});

const lease = () => ({ lease: uuidv7(), leaseUntil: new Date(Date.now() + 60_000) });

function dataOf(state: DeliveryState) {
  if (state === "claimed") return { state, ...lease() };
  if (state !== "transmitting") return { state };
  return { state, ...lease(), sealedBytes: new Uint8Array([1]), messageId: `${uuidv7()}@x.test` };
}

/** One signature with a letter to each of the two in these states. */
async function makeTwo(one: DeliveryState, other: DeliveryState) {
  const [signature] = await makeSignatures(world, 1);
  const signatureId = signature?.id ?? "";
  const rows = await letters(signatureId);
  const [minister, second] = [world.minister, twin].map(
    (to) => rows.find(({ recipientId }) => recipientId === to.id)?.id ?? "",
  );
  await putLetters({ where: { id: minister }, data: dataOf(one) });
  await putLetters({ where: { id: second }, data: dataOf(other) });
  return { id: signatureId, letters: { minister, twin: second } };
}

async function alone(data: Partial<Letter>) {
  const { id, letters: made } = await makeTwo("queued", "queued");
  await db().letter.delete({ where: { id: made.minister } });
  await putLetters({ where: { id: made.twin }, data });
  await merge();
  const [letter, ...rest] = await letters(id);
  expect(rest).toEqual([]);
  expect(await readDrifts()).toEqual([]);
  return letter;
}

describe("a letter that was written to the one that goes alone", () => {
  test("goes to the one that stays, if it was not made, and salutes the holder a member approved", async () => {
    await db().holder.update({ where: { id: world.minister.holderId }, data: { approvedAt: new Date() } });
    const to = {
      recipientId: world.minister.id,
      addressId: world.minister.addressId,
      holderId: world.minister.holderId,
    };
    expect(await alone({ state: "queued" })).toMatchObject({ ...to, state: "queued" });
  });

  test("is taken back from a worker and goes there", async () => {
    expect(await alone(dataOf("claimed"))).toMatchObject({
      recipientId: world.minister.id,
      state: "queued",
      lease: null,
    });
  });

  test("tells the truth if it was sent", async () => {
    expect(await alone({ state: "accepted" })).toMatchObject({ recipientId: twin.id, holderId: twin.holderId });
    const office = await db().recipientText.count({ where: { recipientId: twin.id } });
    expect(office).toBe(2);
  });

  test("leaves as it was made once, and stops where nobody may be written to", async () => {
    const made = { state: "waiting" as const, sealedBytes: new Uint8Array([1]), messageId: "m@x.test" };
    expect(await alone(made)).toMatchObject({ recipientId: twin.id, state: "waiting" });
    await silenceRecipients(actor, ticked(world.minister.id), { reason: "They asked us." });
    expect(await claimed()).toBe(0);
    await db().recipient.update({ where: { id: world.minister.id }, data: { doNotContactAt: null } });
    await pauseDelivery(actor, { scope: "recipient", subjectId: world.minister.id, reason: "" });
    expect(await claimed()).toBe(0);
  });

  test("leaves once the word that nobody writes there is lifted at the one that stays", async () => {
    await silenceRecipients(actor, ticked(twin.id), { reason: "They asked us." });
    await alone({ state: "waiting", sealedBytes: new Uint8Array([1]), messageId: `${uuidv7()}@x.test` });
    expect(await claimed()).toBe(0);
    await liftRecipients(actor, ticked(world.minister.id));
    expect(await claimed()).toBe(1);
  });

  test("salutes its own holder where a member has not approved the present one", async () => {
    expect(await alone({ state: "queued" })).toMatchObject({
      recipientId: world.minister.id,
      holderId: twin.holderId,
    });
  });
});

test("what a worker has in hand does not pass the fence after a merge", async () => {
  await makeTwo("queued", "queued");
  const rows = await claimLetterRows(10, 60, false);
  const second = rows.find(({ recipientId }) => recipientId === twin.id);
  if (!second) throw new Error("nothing was claimed");
  await merge();
  const leaving = { row: second, to: "transmitting" as const, messageId: "m@x.test", sealedBytes: Buffer.from([1]) };
  expect(await fenceRows("letters", [leaving], 60)).toEqual([false]);
});

test("who signed before and confirms after writes one letter, to the one that stays", async () => {
  const pending = await makeSignature(world, { state: "pending" });
  await merge();
  await confirmSignature(makeToken("confirm", pending.submissionId));
  expect(await letters(pending.id)).toMatchObject([
    { recipientId: world.minister.id, addressId: world.minister.addressId, holderId: world.minister.holderId },
  ]);
});

describe("of two letters that are confirmed after the merge, one of ours is made rather than one its writer would have to send", () => {
  const cases = [
    ["with_signer", "queued", "queued"],
    ["queued", "with_signer", "queued"],
    ["with_signer", "with_signer", "with_signer"],
    ["with_signer", "held", "held"],
    ["queued", "queued", "queued"],
  ] as const;
  test.each(cases.flatMap((one) => [false, true].map((reversed) => [...one, reversed] as const)))(
    "%s and %s: %s (turned round: %s)",
    async (one, other, after, reversed) => {
      const id = await confirmAfterMerge([{ state: one }, { state: other, hold: "words" }], reversed);
      expect((await letters(id)).map(({ state }) => state)).toEqual([after]);
      expect(await readDrifts()).toEqual([]);
    },
  );
});

type Kept = { recipient: string; state: DeliveryState; hold?: string };

/** A signature confirmed after the merge, its letters to the minister and the twin with these routes. */
async function confirmAfterMerge([one, other]: Partial<Kept>[], reversed: boolean): Promise<string> {
  const { id, submissionId } = await makeSignature(world, { state: "pending" });
  const { routes } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } });
  const changed = (routes as Kept[]).map(({ ...route }) => {
    const { state, hold, ...rest } = { ...route, ...(route.recipient === twin.id ? other : one) };
    return { ...rest, state, ...(state === "held" && hold ? { hold } : {}) };
  });
  // Ids tell which was written first.
  const ids = changed.map(() => uuidv7()).toSorted();
  const ordered = (reversed ? changed.toReversed() : changed).map((route, n) => ({ ...route, id: ids[n] }));
  await db().submission.update({ where: { id: submissionId }, data: { routes: ordered } });
  await merge();
  await confirmSignature(makeToken("confirm", submissionId));
  return id;
}

test("letters confirmed while two are merged reach the office once each", async () => {
  const pending = await Promise.all(Array.from({ length: 8 }, () => makeSignature(world, { state: "pending" })));
  await Promise.all([
    ...pending.map(({ submissionId }) => confirmSignature(makeToken("confirm", submissionId))),
    merge(),
  ]);
  for (const { id } of pending)
    expect((await letters(id)).filter(({ state }) => state !== "cancelled")).toMatchObject([
      { recipientId: world.minister.id },
    ]);
  expect(await readDrifts()).toEqual([]);
});

test("a pause and a word that nobody writes there come along", async () => {
  await pauseDelivery(actor, { scope: "recipient", subjectId: twin.id, reason: "" });
  await silenceRecipients(actor, ticked(twin.id), { reason: "They asked us." });
  await merge();
  const pauses = await db().pause.findMany({ where: { organisationId: actor.organisationId, endedAt: null } });
  expect(pauses).toMatchObject([{ subjectId: world.minister.id }]);
  expect(await getOffice(actor, world.minister.id)).toMatchObject({ doNotContact: { reason: "They asked us." } });
});

async function claimed(): Promise<number> {
  return (await claimLetterRows(10, 60, false)).filter(({ organisationId }) => organisationId === actor.organisationId)
    .length;
}
