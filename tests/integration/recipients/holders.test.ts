import { beforeEach, expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { makeToken } from "@/lib/privacy/links";
import { approveHolder } from "@/lib/recipients/approve-holder";
import { changeHolder } from "@/lib/recipients/change-holder";
import { getOffice, type Office } from "@/lib/recipients/office";
import { confirmSignature } from "@/lib/signatures/confirm";
import { getOwnSignature } from "@/lib/signatures/queries";
import { makeSignature, makeSignatures, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

const successor = { name: "Ann Example", status: "in_office" as const, since: new Date("2026-11-01") };

const bytes = () => ({ sealedBytes: new Uint8Array([1]), messageId: `${uuidv7()}@x.test` });

async function office(): Promise<Office> {
  const found = await getOffice(actor, world.minister.id);
  if ("mergedInto" in found) throw new Error("merged");
  return found;
}

async function change(): Promise<string> {
  await changeHolder(actor, world.minister.id, successor);
  return (await office()).holders.find(({ until }) => until === null)?.id ?? "";
}

const put = (id: string | undefined, data: Prisma.LetterUncheckedUpdateManyInput) =>
  putLetters({ where: { id }, data });
const holderOf = async (id: string | undefined) =>
  (await db().letter.findUniqueOrThrow({ where: { id: id ?? "" } })).holderId;

test("a change of minister is a new row, and salutes nobody otherwise by itself", async () => {
  const [signature] = await makeSignatures(world, 1);
  const id = await change();
  expect((await office()).holders).toMatchObject([
    { id, name: "Ann Example", until: null, since: successor.since },
    { id: world.minister.holderId, until: successor.since },
  ]);
  expect((await office()).saluted).toEqual({ ours: 1, withWriters: 0, frozen: 0 });
  expect(await holderOf(signature?.letters.email)).toBe(world.minister.holderId);
});

test("approved, letters in every state do what they may: only those never made salute the new one", async () => {
  const made = await makeSignatures(world, 11);
  const ids = made.map(({ letters }) => letters.email);
  const lease = { lease: uuidv7(), leaseUntil: new Date(Date.now() + 60_000) };
  const states: [Prisma.LetterUncheckedUpdateManyInput, boolean][] = [
    [{ state: "queued" }, true],
    [{ state: "waiting" }, true],
    [{ state: "held", holdReason: "member" }, true],
    [{ state: "quarantined" }, true],
    [{ state: "with_signer" }, true],
    [{ state: "waiting", ...bytes() }, false],
    [{ state: "held", holdReason: "consent", messageId: `${uuidv7()}@x.test` }, false],
    [{ state: "claimed", ...lease }, false],
    [{ state: "transmitting", ...lease, ...bytes() }, false],
    [{ state: "accepted", ...bytes() }, false],
    [{ state: "self_reported" }, false],
  ];
  for (const [n, [data]] of states.entries()) await put(ids[n], data);
  const id = await change();
  expect((await office()).saluted).toEqual({ ours: 4, withWriters: 1, frozen: 3 });
  expect(await approveHolder(actor, world.minister.id, id)).toBe(5);
  for (const [n, [data, changed]] of states.entries())
    expect(await holderOf(ids[n]), JSON.stringify(data)).toBe(changed ? id : world.minister.holderId);
  expect((await office()).saluted).toEqual({ ours: 0, withWriters: 0, frozen: 3 });
  const events = await db().auditEvent.findMany({ where: { subjectId: world.minister.id, action: "holder.approved" } });
  expect(events.map(({ reason }) => reason)).toEqual(["5"]);
  const sent = made[9];
  const own = await getOwnSignature(makeToken("mine", sent?.id ?? ""));
  expect(own.letters[0]?.recipient.holders).toMatchObject([{ name: "Tang Jiaxuan" }]);
});

test("what was signed and is confirmed later salutes the new one only once that is approved", async () => {
  const [early, late] = [
    await makeSignature(world, { state: "pending" }),
    await makeSignature(world, { state: "pending" }),
  ];
  const id = await change();
  await confirmSignature(makeToken("confirm", early.submissionId));
  const letter = (signatureId: string) =>
    db().letter.findFirstOrThrow({ where: { signatureId, recipientId: world.minister.id } });
  expect((await letter(early.id)).holderId).toBe(world.minister.holderId);
  await approveHolder(actor, world.minister.id, id);
  await confirmSignature(makeToken("confirm", late.submissionId));
  expect([(await letter(early.id)).holderId, (await letter(late.id)).holderId]).toEqual([id, id]);
});

test("letters confirmed while a member approves are never left with the old one", async () => {
  const pending = await Promise.all(Array.from({ length: 8 }, () => makeSignature(world, { state: "pending" })));
  const id = await change();
  await Promise.all([
    ...pending.map(({ submissionId }) => confirmSignature(makeToken("confirm", submissionId))),
    approveHolder(actor, world.minister.id, id),
  ]);
  const letters = await db().letter.findMany({ where: { recipientId: world.minister.id } });
  expect(letters.map(({ holderId }) => holderId)).toEqual(pending.map(() => id));
});

test("who is no longer the holder cannot be approved, and a holder before the last is refused", async () => {
  const id = await change();
  await expect(
    changeHolder(actor, world.minister.id, { ...successor, name: "Ben Example", since: new Date("2026-10-01") }),
  ).rejects.toMatchObject({ issues: [{ path: ["since"], message: "before-last" }] });
  await changeHolder(actor, world.minister.id, { name: null, status: "vacant", since: null });
  await expect(approveHolder(actor, world.minister.id, id)).rejects.toMatchObject({ code: "changed-meanwhile" });
});
