import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { releaseWords } from "@/lib/letters/release-words";
import { makeToken } from "@/lib/privacy/links";
import { approveHolder } from "@/lib/recipients/approve-holder";
import { changeHolder } from "@/lib/recipients/change-holder";
import { liftRecipients } from "@/lib/recipients/lift-recipients";
import { silenceRecipients } from "@/lib/recipients/silence-recipients";
import { recipientFields } from "@/lib/recipients/form";
import { listUnreached } from "@/lib/recipients/list-unreached";
import { markAddressDead } from "@/lib/recipients/mark-address-dead";
import { mergeRecipients } from "@/lib/recipients/merge-recipients";
import { getRecipient } from "@/lib/recipients/queries";
import { saveRecipient } from "@/lib/recipients/save-recipient";
import { recipientSchema } from "@/lib/recipients/schema";
import { readDrifts } from "@/lib/reports/recount.sql";
import { confirmSignature } from "@/lib/signatures/confirm";
import { getOwnSignature } from "@/lib/signatures/queries";
import { makeRecipient, makeSignature, makeWorld, type TestRecipient, type World } from "@/tests/factories";
import { ticked } from "@/tests/library";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";

let world: World;
let actor: Actor;
let twin: TestRecipient;
let writer: string;

/** A letter that was made for the twin before the twin was merged into the minister. */
beforeEach(async () => {
  world = await makeWorld();
  twin = await makeRecipient(world.campaign, { channel: "email", address: world.minister.address });
  world.ambassador = twin;
  actor = await makeMember(world.organisation, { role: "campaigner" });
  const signature = await makeSignature(world, {});
  writer = signature.id;
  await db().letter.deleteMany({ where: { signatureId: writer, recipientId: world.minister.id } });
  await put({ sealedBytes: new Uint8Array([1]), messageId: `${uuidv7()}@x.test`, state: "waiting" });
  await mergeRecipients(actor, { stays: world.minister.id, goes: twin.id });
});

const put = (data: Prisma.LetterUncheckedUpdateManyInput) => putLetters({ where: { signatureId: writer }, data });
const letter = () => db().letter.findFirstOrThrow({ where: { signatureId: writer } });

async function giveAddress(value: string): Promise<string> {
  const recipient = await getRecipient(actor, world.minister.id);
  const form = { languages: "en ar", seen: recipient.seen, ...recipientFields(recipient) };
  const change = { "address-1-channel": "email", "address-1-value": value };
  await saveRecipient(actor, world.minister.id, recipientSchema.parse({ ...form, ...change }));
  return (await db().address.findFirstOrThrow({ where: { recipientId: world.minister.id, value } })).id;
}

test("a letter kept at a merged office is held with the others when their address is given up, and takes the next", async () => {
  expect(await letter()).toMatchObject({ recipientId: twin.id, state: "waiting" });
  await markAddressDead(actor, world.minister.addressId);
  expect(await letter()).toMatchObject({ state: "held", holdReason: "address" });
  expect(await listUnreached(actor)).toMatchObject([{ id: world.minister.id, waiting: [{ count: 1 }] }]);
  const addressId = await giveAddress("office@justice.example");
  expect(await letter()).toMatchObject({ state: "queued", addressId, lane: "justice.example" });
  expect(await listUnreached(actor)).toMatchObject([{ waiting: [] }]);
  expect(await readDrifts()).toEqual([]);
});

test("letters of an office and of those merged into it are counted together", async () => {
  await markAddressDead(actor, world.minister.addressId);
  world.ambassador = await makeRecipient(world.campaign, { channel: "fax", address: "+441632960126" });
  await makeSignature(world, {});
  await putLetters({
    where: { recipientId: world.minister.id },
    data: { state: "held", holdReason: "address" },
  });
  expect(await listUnreached(actor)).toMatchObject([
    { id: world.minister.id, waiting: [{ campaignId: world.campaign.id, count: 2 }] },
  ]);
});

test("held for its words, it goes to the address the office that stayed has", async () => {
  await put({ state: "held", holdReason: "words" });
  const addressId = await giveAddress("office@justice.example");
  await db().address.update({ where: { id: world.minister.addressId }, data: { status: "dead" } });
  await releaseWords(actor, { campaign: world.campaign.id, signature: writer });
  expect(await letter()).toMatchObject({ state: "queued", addressId });
});

test("who had nowhere to write to when the office was merged writes to the address it has now", async () => {
  const pending = await makeSignature(world, { state: "pending" });
  const { routes } = await db().submission.findUniqueOrThrow({ where: { id: pending.submissionId } });
  const own = (routes as Prisma.JsonObject[])
    .filter(({ recipient }) => recipient === twin.id)
    .map((route) => ({ ...route, address: null, lane: "", state: "held" }));
  await db().submission.update({ where: { id: pending.submissionId }, data: { routes: own } });
  await confirmSignature(makeToken("confirm", pending.submissionId));
  expect(await db().letter.findMany({ where: { signatureId: pending.id } })).toMatchObject([
    { recipientId: world.minister.id, state: "queued", addressId: world.minister.addressId },
  ]);
});

const unwanted = async () => (await getOwnSignature(makeToken("mine", writer))).letters.map((own) => own.unwanted);

test("its writer is not asked to send it while nobody writes to the office that stayed, whatever was merged when", async () => {
  await put({ state: "with_signer" });
  expect(await unwanted()).toEqual([false]);
  await silenceRecipients(actor, ticked(world.minister.id), { reason: "They asked us." });
  expect(await unwanted()).toEqual([true]);
  await liftRecipients(actor, ticked(world.minister.id));
  expect(await unwanted()).toEqual([false]);
  const last = await makeRecipient(world.campaign, { channel: "email", address: "last@mfa.example.org" });
  await silenceRecipients(actor, ticked(last.id), { reason: "They asked us." });
  await mergeRecipients(actor, { stays: last.id, goes: world.minister.id });
  expect(await letter()).toMatchObject({ recipientId: twin.id });
  expect(await unwanted()).toEqual([true]);
});

test("an approved holder is saluted in what was not made yet", async () => {
  await put({ sealedBytes: null, messageId: null, state: "queued" });
  await changeHolder(actor, world.minister.id, {
    name: "Another Holder",
    status: "in_office",
    since: new Date(),
  });
  const holder = await db().holder.findFirstOrThrow({ where: { recipientId: world.minister.id, until: null } });
  await approveHolder(actor, world.minister.id, holder.id);
  expect(await letter()).toMatchObject({ holderId: holder.id });
});
