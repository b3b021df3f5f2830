import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { openDraftRevision } from "@/lib/campaigns/draft-revision";
import { publishRevision } from "@/lib/campaigns/publish-revision";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { countHeldLetters } from "@/lib/letters/held";
import { makeToken, readToken } from "@/lib/privacy/links";
import { recipientFields } from "@/lib/recipients/form";
import { getRecipient } from "@/lib/recipients/queries";
import { saveRecipient } from "@/lib/recipients/save-recipient";
import { recipientSchema } from "@/lib/recipients/schema";
import { readDrifts } from "@/lib/reports/recount.sql";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { signAppeal } from "@/lib/signatures/sign";
import { makeSignature, makeSignatures, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";

let world: World;
let actor: Actor;
let people = 0;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
});

const dead = { "address-0-status": "dead" };
const email = { "address-1-channel": "email", "address-1-value": "office@justice.example" };
const fax = { "address-1-channel": "fax", "address-1-value": "+44 1632 960125" };

/** What a member does who opens the minister's form and changes only this. */
async function save(change: Record<string, string>): Promise<void> {
  const recipient = await getRecipient(actor, world.minister.id);
  const form = { languages: "en ar", seen: recipient.seen, ...recipientFields(recipient), ...change };
  await saveRecipient(actor, world.minister.id, recipientSchema.parse(form));
}

/** @returns the token of the confirmation link */
async function sign(): Promise<string> {
  people += 1;
  const [name, body] = ["Ann Example", "I ask you not to send him back."];
  const typed = { name, email: `ann-r${people}@signers.test`, country: "FR", body, disclosure: "full" };
  const { slug } = world.campaign;
  const check = await draftSignature({ slug, language: "en", typed, partner: "", network: "192.0.2.0/24" });
  await signAppeal(check);
  return makeToken("confirm", readToken("check", check) ?? "");
}

function letters(recipientId = world.minister.id) {
  return db().letter.findMany({
    where: { campaignId: world.campaign.id, recipientId },
    orderBy: { id: "asc" },
    include: { address: { select: { value: true } } },
  });
}

async function jobs(): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`select count(*)::int as n from graphile_worker.jobs`;
  return row?.n ?? 0;
}

async function mark(data: Prisma.LetterUncheckedUpdateManyInput): Promise<void> {
  await putLetters({ where: { recipientId: world.minister.id }, data });
}

async function events(action: string) {
  const where = { action, subjectId: world.minister.id };
  return (await db().auditEvent.findMany({ where, orderBy: { at: "asc" } })).map(({ reason }) => reason);
}

describe("a letter that has nowhere to go", () => {
  beforeEach(async () => {
    await save(dead);
    await confirmSignature(await sign());
  });

  test("is held for an address, and leaves for the one that is added", async () => {
    expect(await letters()).toMatchObject([{ state: "held", holdReason: "address", addressId: null }]);
    expect(await countHeldLetters(actor, world.campaign.id)).toEqual([{ reason: "address", count: 1 }]);
    await db().$executeRaw`delete from graphile_worker._private_jobs`;
    const before = new Date();
    await save(email);
    const [letter] = await letters();
    expect(letter).toMatchObject({ state: "queued", holdReason: null, channel: "email", lane: "justice.example" });
    expect(letter?.address?.value).toBe("office@justice.example");
    expect(letter?.dueAt.getTime()).toBeGreaterThanOrEqual(before.getTime() - 1000);
    expect(await jobs()).toBe(1);
    expect(await events("letters.rerouted")).toEqual(["1"]);
    expect(await readDrifts()).toEqual([]);
  });

  test("leaves when the one that was dead works again", async () => {
    await save({ "address-0-status": "working" });
    expect(await letters()).toMatchObject([{ state: "queued", addressId: world.minister.addressId }]);
  });

  test("becomes its signer's when the address is no e-mail", async () => {
    await save(fax);
    expect(await letters()).toMatchObject([{ state: "with_signer", holdReason: null, channel: "fax", lane: "fax" }]);
    expect(await readDrifts()).toEqual([]);
  });

  test("leaves also if it is from before reasons were kept", async () => {
    await mark({ holdReason: null });
    expect(await countHeldLetters(actor, world.campaign.id)).toEqual([{ reason: "address", count: 1 }]);
    await save(email);
    expect(await letters()).toMatchObject([{ state: "queued" }]);
  });

  test.each([
    ["paused", "queued"],
    ["closed", "queued"],
    ["archived", "held"],
  ] as const)("of a campaign that is %s is then %s", async (state, expected) => {
    await db().campaign.update({ where: { id: world.campaign.id }, data: { state } });
    await save(email);
    expect((await letters()).map((letter) => letter.state)).toEqual([expected]);
  });

  test("is still held when it says what a revision has superseded since", async () => {
    const { organisationId, id: campaignId } = world.campaign;
    await db().$transaction((tx) => openDraftRevision(tx, { ...actor, organisationId, campaignId }));
    await publishRevision(actor, campaignId, { note: "He was moved.", supersedes: true });
    await save(email);
    expect(await letters()).toMatchObject([{ state: "held", holdReason: "superseded", channel: "email" }]);
    expect((await letters())[0]?.address?.value).toBe("office@justice.example");
  });

  test("stays with what a member or a consent holds it for", async () => {
    await mark({ holdReason: "member" });
    await save(email);
    expect(await letters()).toMatchObject([{ state: "held", holdReason: "member" }]);
    expect(await events("letters.rerouted")).toEqual([]);
  });
});

test("a letter written before there was an address, and confirmed after, takes it", async () => {
  await save(dead);
  const [byEmail, byFax] = [await sign(), await sign()];
  await save(fax);
  await confirmSignature(byFax);
  expect(await letters()).toMatchObject([{ state: "with_signer", channel: "fax", holdReason: null }]);
  await save({ "address-2-channel": "email", "address-2-value": "office@justice.example" });
  await confirmSignature(byEmail);
  const other = (await letters()).filter(({ channel }) => channel === "email");
  expect(other).toMatchObject([{ state: "queued", lane: "justice.example", holdReason: null }]);
  expect(await readDrifts()).toEqual([]);
});

describe("when an address is marked dead", () => {
  test("letters on their way to it take the next one, and their bytes are made again", async () => {
    await makeSignatures(world, 3);
    const [first, second] = await letters();
    await putLetters({
      where: { id: first?.id },
      data: { state: "waiting", sealedBytes: new Uint8Array([1]), messageId: "m@example.org" },
    });
    await putLetters({ where: { id: second?.id }, data: { state: "accepted" } });
    await save({ ...dead, ...email });
    const after = await letters();
    expect(after.map(({ state, address }) => [state, address?.value])).toEqual([
      ["queued", "office@justice.example"],
      ["accepted", "minister@mfa.example.org"],
      ["queued", "office@justice.example"],
    ]);
    expect(after[0]).toMatchObject({ sealedBytes: null, messageId: "m@example.org" });
    expect(await events("letters.rerouted")).toEqual(["2"]);
    expect(await letters(world.ambassador.id)).toMatchObject([{}, {}, {}].map(() => ({ state: "with_signer" })));
    expect(await readDrifts()).toEqual([]);
  });

  test("and there is no other, they are held until there is one", async () => {
    await makeSignature(world);
    await save(dead);
    expect(await letters()).toMatchObject([{ state: "held", holdReason: "address", addressId: null }]);
    expect(await events("letters.held")).toEqual(["1"]);
    await save(email);
    expect(await letters()).toMatchObject([{ state: "queued", holdReason: null }]);
    expect(await readDrifts()).toEqual([]);
  });
});

test("saving anything else leaves letters alone", async () => {
  await makeSignature(world);
  const before = await letters();
  await save({ "text-en-short": "Foreign Minister" });
  expect(await letters()).toEqual(before);
});
