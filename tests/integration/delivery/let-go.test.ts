import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { liftStop } from "@/lib/campaigns/lift-stop";
import { stopCampaign } from "@/lib/campaigns/stop";
import { db } from "@/lib/db";
import { claimLetterRows, type HeldLetter } from "@/lib/delivery/claim.sql";
import { markRows } from "@/lib/delivery/mark.sql";
import { recoverRows } from "@/lib/delivery/recover.sql";
import { retryLetters } from "@/lib/delivery/retry";
import type { DeliveryState, HoldReason } from "@/lib/generated/prisma/enums";
import { usedRecipients } from "@/lib/imports/used.sql";
import { holdForConsent } from "@/lib/letters/hold-for-consent";
import { releaseLetters } from "@/lib/letters/release";
import { readDrifts } from "@/lib/reports/recount.sql";
import { makeRecipient, makeSignature, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";

const bytes = Buffer.from("made before");
let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld({ signers: 1 });
  actor = await makeMember(world.organisation, { role: "owner" });
});

const where = () => ({ campaignId: world.campaign.id, channel: "email" }) as const;
const letter = () => db().letter.findFirstOrThrow({ where: where() });
const put = (state: DeliveryState, holdReason: HoldReason | null = null) =>
  putLetters({
    where: where(),
    data: { state, holdReason, sealedBytes: bytes, messageId: `<${uuidv7()}@letters.test>` },
  });

/** Claims what is due, also of other campaigns. @returns the letter of this one */
async function claim(): Promise<HeldLetter> {
  const row = (await claimLetterRows(200, 60, false)).find(({ campaignId }) => campaignId === world.campaign.id);
  if (!row) throw new Error("it was not claimed");
  return row;
}

async function supersede(): Promise<void> {
  const { id: before, campaignId, organisationId } = world.revision;
  const [id, now] = [uuidv7(), new Date()];
  await db().revision.create({
    data: { id, campaignId, organisationId, number: 2, publishedAt: now, supersedesAt: now },
  });
  const texts = await db().appealText.findMany({ where: { revisionId: before } });
  await db().appealText.createMany({ data: texts.map((text) => ({ ...text, revisionId: id })) });
}

describe("a letter that was superseded while it was held for something else", () => {
  test.each<HoldReason>(["consent", "policy", "member", "breaker", "ambiguous"])(
    "is not released with those held for %s, but waits for that",
    async (reason) => {
      await put("held", reason);
      await supersede();
      expect(await releaseLetters(actor, world.campaign.id, reason)).toBe(0);
      expect(await letter()).toMatchObject({ state: "held", holdReason: "superseded" });
      expect(await releaseLetters(actor, world.campaign.id, "superseded")).toBe(1);
      expect(await letter()).toMatchObject({ state: "queued", holdReason: null });
    },
  );

  test("does not leave when a STOP is lifted", async () => {
    await stopCampaign(actor, world.campaign.id, { reason: null, note: null, discreet: false });
    await put("held", "stop");
    await supersede();
    await liftStop(actor, world.campaign.id);
    expect(await letter()).toMatchObject({ state: "held", holdReason: "superseded" });
  });
});

describe("bytes that were made before something changed", () => {
  test("go when a letter that failed is tried again", async () => {
    await put("failed");
    await retryLetters(actor, { campaign: world.campaign.id, recipient: world.minister.id, which: "failed" });
    expect(await letter()).toMatchObject({ state: "queued", sealedBytes: null });
  });

  test.each<DeliveryState>(["failed", "bounced"])("go with a consent, also of a letter that has %s", async (state) => {
    await put(state);
    await holdForConsent(world.campaign.id, 10);
    expect(await letter()).toMatchObject({ state, sealedBytes: null });
  });

  test("go with a consent, and a letter held for its words must still be read", async () => {
    await put("held", "words");
    await holdForConsent(world.campaign.id, 10);
    expect(await letter()).toMatchObject({ state: "held", holdReason: "words", sealedBytes: null });
  });

  test.each([true, false])(
    "go with words named while the letter was leaving (%s), when it comes back",
    async (named) => {
      const { id, lease } = await claim();
      await put("transmitting");
      if (named) await db().campaign.update({ where: { id: world.campaign.id }, data: { doNotMentionAt: new Date() } });
      const said = { code: 451, enhancedCode: null, response: "later", doubled: false, counts: true, holdReason: null };
      await markRows("letters", [
        { ...said, table: "letters", id, lease, from: "transmitting", to: "waiting", waitSeconds: 60 },
      ]);
      expect((await letter()).sealedBytes === null).toBe(named);
    },
  );

  test("go with words named while a worker died over the letter", async () => {
    await claim();
    await put("transmitting");
    await db().letter.updateMany({ where: where(), data: { leaseUntil: new Date(0) } });
    await db().campaign.update({ where: { id: world.campaign.id }, data: { doNotMentionAt: new Date() } });
    await recoverRows("letters", 10);
    expect(await letter()).toMatchObject({ state: "queued", sealedBytes: null });
  });
});

test("an office that somebody is about to write to is in use, also when it stands in no campaign any more", async () => {
  const office = await makeRecipient(world.campaign, { channel: "email", address: "third@mfa.example.org" });
  await makeSignature(world, { state: "pending" });
  await db().campaignRecipient.deleteMany({ where: { recipientId: office.id } });
  const used = () => db().$transaction((tx) => usedRecipients(tx, [office.id]));
  expect([...(await used())]).toEqual([]);
  const routes = [{ id: uuidv7(), recipient: office.id, channel: "email", address: office.addressId }];
  await db().submission.updateMany({ where: { campaignId: world.campaign.id }, data: { routes } });
  await db().recipient.update({ where: { id: office.id }, data: { createdAt: new Date(0) } });
  expect([...(await used())]).toEqual([office.id]);
});

const giveUp = () => db().address.update({ where: { id: world.minister.addressId }, data: { status: "dead" } });

describe("a letter whose address was given up meanwhile", () => {
  test.each<HoldReason>(["consent", "policy", "member", "breaker", "ambiguous"])(
    "waits for another one when those held for %s are released",
    async (reason) => {
      await put("held", reason);
      await giveUp();
      expect(await releaseLetters(actor, world.campaign.id, reason)).toBe(0);
      expect(await letter()).toMatchObject({ state: "held", holdReason: "address" });
      expect(await readDrifts()).toEqual([]);
    },
  );

  test("stays held as superseded where it is that too", async () => {
    await put("held", "policy");
    await giveUp();
    await supersede();
    await releaseLetters(actor, world.campaign.id, "policy");
    expect(await letter()).toMatchObject({ state: "held", holdReason: "superseded" });
    await releaseLetters(actor, world.campaign.id, "superseded");
    expect(await letter()).toMatchObject({ state: "held", holdReason: "address" });
  });

  test("waits for another one when a STOP is lifted", async () => {
    await stopCampaign(actor, world.campaign.id, { reason: null, note: null, discreet: false });
    await put("held", "stop");
    await giveUp();
    await liftStop(actor, world.campaign.id);
    expect(await letter()).toMatchObject({ state: "held", holdReason: "address" });
  });

  test.each<["claimed" | "transmitting", "queued" | "waiting"]>([
    ["claimed", "queued"],
    ["transmitting", "waiting"],
  ])("waits for another one when a worker gives it back (%s, %s)", async (from, to) => {
    const { id, lease } = await claim();
    await put(from);
    await giveUp();
    const said = { code: 451, enhancedCode: null, response: "later", doubled: false, counts: true, holdReason: null };
    await markRows("letters", [{ ...said, table: "letters", id, lease, from, to, waitSeconds: 60 }]);
    expect(await letter()).toMatchObject({ state: "held", holdReason: "address", lease: null });
  });

  test("waits for another one when its worker died", async () => {
    await claim();
    await giveUp();
    await db().letter.updateMany({ where: where(), data: { leaseUntil: new Date(0) } });
    await recoverRows("letters", 10);
    expect(await letter()).toMatchObject({ state: "held", holdReason: "address" });
  });
});
