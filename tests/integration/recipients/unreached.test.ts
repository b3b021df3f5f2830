import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { openDraftRevision } from "@/lib/campaigns/draft-revision";
import { publishRevision } from "@/lib/campaigns/publish-revision";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { recipientFields } from "@/lib/recipients/form";
import { listUnreached } from "@/lib/recipients/list-unreached";
import { markAddressDead } from "@/lib/recipients/mark-address-dead";
import { markAddressWorking } from "@/lib/recipients/mark-address-working";
import { getRecipient } from "@/lib/recipients/queries";
import { saveRecipient } from "@/lib/recipients/save-recipient";
import { recipientSchema } from "@/lib/recipients/schema";
import { readDrifts } from "@/lib/reports/recount.sql";
import { makeSignature, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";

let world: World;
let actor: Actor;

const failing: Prisma.AddressUncheckedUpdateInput = {
  status: "failing",
  failures: 3,
  failedAt: new Date(),
  failureCode: "5.1.1",
  failureResponse: "550 5.1.1 User unknown",
};

/** Three letters to the minister, held because three others failed. */
beforeEach(async () => {
  world = await makeWorld({ signers: 3 });
  actor = await makeMember(world.organisation, { role: "campaigner" });
  await db().address.update({ where: { id: world.minister.addressId }, data: failing });
  await hold({});
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
});

const own = () => ({ campaignId: world.campaign.id, recipientId: world.minister.id });

async function hold(change: Prisma.LetterUncheckedUpdateManyInput, where: Prisma.LetterWhereInput = {}): Promise<void> {
  await putLetters({ where: { ...own(), ...where }, data: { state: "held", holdReason: "address", ...change } });
}

async function states(): Promise<Record<string, number>> {
  const groups = await db().letter.groupBy({ by: ["state", "holdReason"], where: own(), _count: true });
  return Object.fromEntries(groups.map(({ state, holdReason, _count }) => [holdReason ?? state, _count]));
}

async function jobs(): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`select count(*)::int as n from graphile_worker.jobs`;
  return row?.n ?? 0;
}

/** What a member does who opens the minister's form and changes only this. */
async function save(change: Record<string, string>): Promise<void> {
  const recipient = await getRecipient(actor, world.minister.id);
  const form = { languages: "en ar", seen: recipient.seen, ...recipientFields(recipient), ...change };
  await saveRecipient(actor, world.minister.id, recipientSchema.parse(form));
}

const address = () => db().address.findUniqueOrThrow({ where: { id: world.minister.addressId } });
const events = async () =>
  (await db().auditEvent.findMany({ where: { organisationId: world.organisation.id }, orderBy: { id: "asc" } })).map(
    ({ action, reason }) => `${action} ${reason}`,
  );

test("shows which address fails, what its server said, and how many letters wait", async () => {
  const [unreached, ...more] = await listUnreached(actor);
  expect(more).toEqual([]);
  expect(unreached).toMatchObject({
    id: world.minister.id,
    name: "Minister of Foreign Affairs",
    reachable: false,
    campaignId: world.campaign.id,
    waiting: [{ campaignId: world.campaign.id, title: "Do not send him back", count: 3 }],
    addresses: [{ status: "failing", failures: 3, holds: true, said: "550 5.1.1 User unknown" }],
  });
});

test("shows a recipient whose letters wait without any address, and none that works", async () => {
  await db().address.update({ where: { id: world.minister.addressId }, data: { retiredAt: new Date() } });
  await hold({ addressId: null });
  expect(await listUnreached(actor)).toMatchObject([{ addresses: [], reachable: false, waiting: [{ count: 3 }] }]);
  await db().address.updateMany({ data: { retiredAt: null, status: "working", failures: 0 } });
  await putLetters({ where: own(), data: { state: "queued", holdReason: null } });
  expect(await listUnreached(actor)).toEqual([]);
});

test("working again: the failures are forgotten, its letters leave; one held for another reason stays", async () => {
  const [first] = world.signatures;
  await hold({ holdReason: "member" }, { id: first?.letters.email ?? "" });
  await markAddressWorking(actor, world.minister.addressId);
  expect(await address()).toMatchObject({ status: "working", failures: 0, failedAt: null, failureResponse: null });
  expect(await states()).toEqual({ queued: 2, member: 1 });
  expect(await jobs()).toBe(1);
  expect(await events()).toEqual(["letters.rerouted 2", "address.status working"]);
  expect(await readDrifts()).toEqual([]);
  await markAddressWorking(actor, world.minister.addressId);
  expect(await events()).toHaveLength(2);
});

test("a letter that may be with its recipient already keeps its bytes for the second copy", async () => {
  const [first] = world.signatures;
  const id = first?.letters.email ?? "";
  const bytes = { sealedBytes: new Uint8Array([1, 2, 3]), messageId: "made@appeals.test", doubledAt: new Date() };
  await putLetters({ where: { id }, data: bytes });
  await markAddressWorking(actor, world.minister.addressId);
  const letter = await db().letter.findUniqueOrThrow({ where: { id } });
  expect([letter.state, letter.messageId, [...(letter.sealedBytes ?? [])]]).toEqual([
    "queued",
    "made@appeals.test",
    [1, 2, 3],
  ]);
});

test("what a newer revision supersedes does not leave with the others", async () => {
  const { organisationId, id: campaignId } = world.campaign;
  await db().$transaction((tx) => openDraftRevision(tx, { ...actor, organisationId, campaignId }));
  await publishRevision(actor, campaignId, { note: "", supersedes: true });
  await markAddressWorking(actor, world.minister.addressId);
  expect(await states()).toEqual({ superseded: 3 });
});

test("given up: letters take the next address, or wait until there is one", async () => {
  await markAddressDead(actor, world.minister.addressId);
  expect((await address()).status).toBe("dead");
  expect(await states()).toEqual({ address: 3 });
  expect(await events()).toEqual(["address.status dead"]);
  await save({ "address-1-channel": "email", "address-1-value": "office@justice.example" });
  expect(await states()).toEqual({ queued: 3 });
  const lanes = await db().letter.findMany({ where: own(), select: { lane: true }, distinct: ["lane"] });
  expect(lanes).toEqual([{ lane: "justice.example" }]);
  expect(await listUnreached(actor)).toMatchObject([{ reachable: true, waiting: [], addresses: [{ status: "dead" }] }]);
});

test("saving the recipient decides nothing by itself; saying there that the address works does", async () => {
  await save({ holderName: "Another Holder" });
  expect(await states()).toEqual({ address: 3 });
  await save({ "address-1-channel": "fax", "address-1-value": "+44 1632 960125" });
  expect(await states()).toEqual({ address: 3 });
  await save({ "address-0-status": "working" });
  expect(await address()).toMatchObject({ status: "working", failures: 0 });
  expect(await states()).toEqual({ queued: 3 });
});

test("of two addresses that fail, letters take the one that is said to work", async () => {
  const { id: _, ...first } = await address();
  const second = await db().address.create({
    data: { ...first, id: uuidv7(), value: "second@mfa.example.org", position: 1 },
  });
  await hold({ addressId: second.id });
  await markAddressWorking(actor, second.id);
  expect(await states()).toEqual({ queued: 3 });
  const taken = await db().letter.findMany({ where: own(), select: { addressId: true }, distinct: ["addressId"] });
  expect(taken).toEqual([{ addressId: second.id }]);
});

test("a letter signed after the decision leaves, one signed before it waits", async () => {
  await makeSignature(world);
  expect(await states()).toEqual({ address: 4 });
  await markAddressWorking(actor, world.minister.addressId);
  await makeSignature(world);
  expect(await states()).toEqual({ queued: 5 });
});
