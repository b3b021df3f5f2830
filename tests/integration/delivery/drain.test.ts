import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { retryLetters } from "@/lib/delivery/retry";
import { drainDue } from "@/lib/delivery/drain";
import { Transport } from "@/lib/delivery/transmit";
import { makeToken } from "@/lib/privacy/links";
import { eraseSignature } from "@/lib/signatures/erase";
import { makeMail, makeSignature, makeWorld, type TestSignature, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { startSink, type Answers, type SmtpSink } from "@/tests/smtp-sink";

const never = new AbortController().signal;
let sink: SmtpSink;
let answers: Answers;
let transport: Transport;

beforeEach(async () => {
  answers = {};
  sink = await startSink({
    mailFrom: () => answers.mailFrom?.(),
    rcpt: (address) => answers.rcpt?.(address),
    dot: (message) => answers.dot?.(message),
  });
  transport = new Transport(sink.url, 4);
});

afterEach(async () => {
  transport.close();
  await sink.stop();
});

async function letterOf(signature: TestSignature) {
  return db().letter.findUniqueOrThrow({ where: { id: signature.letters.email } });
}

async function attemptsOf(letterId: string) {
  return db().attempt.findMany({ where: { letterId }, orderBy: { id: "asc" } });
}

async function makeDue(id: string) {
  await db().$executeRaw`update letters set due_at = now() where id = ${id}::uuid`;
}

async function firstOf(world: World): Promise<TestSignature> {
  return world.signatures[0] ?? makeSignature(world);
}

describe("a letter", () => {
  test("is handed over as its writer wrote it", async () => {
    const world = await makeWorld({ organisation: { senderAddress: "letters@ngo.example.org" } });
    const signature = await makeSignature(world, {
      typed: { name: "Zoë Martin", email: "zoe@signers.test", replyConsent: "yes" },
    });
    await drainDue(transport, never);

    const [message] = await sink.parsed();
    expect(message).toMatchObject({
      from: { name: "Zoë Martin", address: "letters@ngo.example.org" },
      to: [{ name: "Tang Jiaxuan", address: "minister@mfa.example.org" }],
      replyTo: [{ name: "Zoë Martin", address: "zoe@signers.test" }],
      subject: "Please do not send him back",
    });
    expect(message?.text?.trim()).toBe(
      `Your Excellency,\n\nI ask you not to send him back.\n\n${signature.typed.ownWords}\n\nYours sincerely,\nZoë Martin, France`,
    );
    const headers = new Map(message?.headers.map(({ key, value }) => [key, value]));
    expect(headers.get("content-type")).toMatch(/^text\/plain; charset=utf-8/);
    expect(headers.get("auto-submitted")).toBe("no");
    expect(Date.now() - new Date(headers.get("date") ?? 0).getTime()).toBeLessThan(60_000);
    expect(sink.messages[0]).toMatchObject({ from: "letters@ngo.example.org", to: "minister@mfa.example.org" });

    const letter = await letterOf(signature);
    expect(letter).toMatchObject({
      state: "accepted",
      lease: null,
      leaseUntil: null,
      attemptCount: 1,
      code: 250,
      doubledAt: null,
    });
    expect(message?.messageId).toBe(`<${letter.messageId}>`);
    expect(letter.messageId).toMatch(/^[0-9a-f]{32}@ngo\.example\.org$/);
    expect((await attemptsOf(letter.id)).map(({ phase, outcome }) => [phase, outcome])).toEqual([
      ["claimed", null],
      ["transmitting", null],
      ["ended", "accepted"],
    ]);
    const address = await db().address.findUniqueOrThrow({ where: { id: world.minister.addressId } });
    expect(address.lastWorkedAt).not.toBeNull();
  });

  test("tells the recipient no more than the signer chose", async () => {
    const world = await makeWorld();
    await makeSignature(world, {
      typed: { name: "Ann Bell", disclosure: "initials", replyConsent: "yes" },
      language: "ar",
    });
    await drainDue(transport, never);

    const [message] = await sink.parsed();
    expect(message).toMatchObject({
      from: { name: "A. B.", address: "letters@appeals.test" },
      subject: "نرجو ألا تعيدوه",
    });
    expect(message?.replyTo).toBeUndefined();
    expect(message?.text).toContain("A. B.، فرنسا");
    expect(sink.messages[0]?.raw.toString()).not.toMatch(/Bell|signers\.test/);
  });

  test("of a fax recipient, or of a paused campaign, stays where it is", async () => {
    const paused = await makeWorld({ signers: 1, campaign: { state: "paused" } });
    await drainDue(transport, never);
    expect(sink.messages).toHaveLength(0);
    const states = await db().letter.findMany({ where: { campaignId: paused.campaign.id }, select: { state: true } });
    expect(states.map(({ state }) => state).toSorted()).toEqual(["queued", "with_signer"]);
  });

  test("that is put off is tried again, byte for byte the same", async () => {
    const world = await makeWorld({ signers: 1 });
    const signature = await firstOf(world);
    const seen: string[] = [];
    answers.dot = ({ raw }) => (seen.push(raw.toString()) === 1 ? "451 4.3.0 <ann@signers.test> later" : undefined);
    await drainDue(transport, never);

    const waiting = await letterOf(signature);
    expect(waiting).toMatchObject({
      state: "waiting",
      code: 451,
      enhancedCode: "4.3.0",
      attemptCount: 1,
      doubledAt: null,
    });
    const minutes = (waiting.dueAt.getTime() - waiting.stateAt.getTime()) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(4);
    expect(minutes).toBeLessThanOrEqual(6);
    expect((await attemptsOf(waiting.id)).at(-1)?.response).toBe("451 4.3.0 <address> later");

    await makeDue(waiting.id);
    await drainDue(transport, never);
    expect(await letterOf(signature)).toMatchObject({
      state: "accepted",
      attemptCount: 2,
      messageId: waiting.messageId,
    });
    expect(seen[1]).toBe(seen[0]);
  });

  test("of a campaign that is paused while the letter is being announced stays here", async () => {
    const world = await makeWorld({ signers: 1 });
    answers.rcpt = async () => {
      await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "paused" } });
      return undefined;
    };
    await drainDue(transport, never);
    expect(sink.messages).toHaveLength(0);
    const signature = await firstOf(world);
    expect(await letterOf(signature)).toMatchObject({ state: "queued", lease: null, attemptCount: 0, doubledAt: null });
  });

  test("that is cut off before the server asked for it was not doubled", async () => {
    const world = await makeWorld({ signers: 1 });
    answers.rcpt = () => new Promise(() => sink.drop());
    await drainDue(transport, never);
    expect(await letterOf(await firstOf(world))).toMatchObject({ state: "waiting", attemptCount: 0, doubledAt: null });
  });

  test("whose address is refused has failed, and its neighbour on the same connection has not", async () => {
    const world = await makeWorld({ signers: 3 });
    let refused = 0;
    answers.rcpt = () => (refused++ === 0 ? "550 5.1.1 no such user" : undefined);
    await drainDue(transport, never);
    const letters = await db().letter.findMany({ where: { campaignId: world.campaign.id, channel: "email" } });
    expect(letters.map(({ state }) => state).toSorted()).toEqual(["accepted", "accepted", "failed"]);
    expect(letters.find(({ state }) => state === "failed")).toMatchObject({ code: 550, enhancedCode: "5.1.1" });
  });

  test("that is refused for what it is, or for who sends it, is held for a member; nobody's address is blamed", async () => {
    const world = await makeWorld({ signers: 1 });
    answers.rcpt = () => "550 5.7.1 relay denied";
    await drainDue(transport, never);
    expect(await letterOf(await firstOf(world))).toMatchObject({ state: "held", holdReason: "policy", code: 550 });
  });

  test("that our own server wants no mail of waits, and the desk is told what it says until it takes one", async () => {
    const world = await makeWorld({ signers: 1 });
    const { id } = await letterOf(await firstOf(world));
    answers.mailFrom = () => "530 5.7.0 Authentication required";
    await drainDue(transport, never);
    expect(await letterOf(await firstOf(world))).toMatchObject({ state: "waiting", attemptCount: 0, code: 530 });
    expect(transport.failure).toMatchObject({ code: 530, response: "530 5.7.0 Authentication required" });
    answers.mailFrom = undefined;
    await makeDue(id);
    await drainDue(transport, never);
    expect(transport.failure).toBeNull();
  });

  test("whose writer is erased while it is on its way leaves no bytes behind", async () => {
    const world = await makeWorld({ signers: 1 });
    const signature = await firstOf(world);
    answers.dot = async () => {
      await eraseSignature(makeToken("mine", signature.id));
      return undefined;
    };
    await drainDue(transport, never);
    expect(await letterOf(signature)).toMatchObject({ state: "accepted", sealedBytes: null });
  });

  test("whose writer was erased after it was claimed does not leave, and its mail does not either", async () => {
    const world = await makeWorld();
    const signature = await makeSignature(world);
    const mail = await makeMail(world, signature);
    // As an erasure does that meets both under a lease: their words are read already.
    await db().signature.update({ where: { id: signature.id }, data: { state: "erased" } });
    await drainDue(transport, never);
    expect(sink.messages).toHaveLength(0);
    expect(await letterOf(signature)).toMatchObject({ state: "cancelled", sealedBytes: null });
    expect(await db().mail.findUnique({ where: { id: mail.id } })).toMatchObject({
      state: "cancelled",
      sealedBytes: null,
    });
  });

  test.each([true, false])(
    "that may have arrived, and whose writer was erased after it was claimed, is not called unsent (words gone: %s)",
    async (gone) => {
      const world = await makeWorld();
      const signature = await makeSignature(world);
      await db().letter.updateMany({ where: { signatureId: signature.id }, data: { doubledAt: new Date() } });
      await db().signature.update({ where: { id: signature.id }, data: { state: "erased" } });
      if (gone) await db().submission.update({ where: { id: signature.submissionId }, data: { sealed: null } });
      await drainDue(transport, never);
      expect(sink.messages).toHaveLength(0);
      expect(await letterOf(signature)).toMatchObject({ state: "unknown", sealedBytes: null });
    },
  );

  test("waits while nobody listens, and its address is not blamed", async () => {
    const world = await makeWorld({ signers: 1 });
    await sink.stop();
    expect(await drainDue(transport, never)).toEqual({ down: true });
    expect(await letterOf(await firstOf(world))).toMatchObject({
      state: "waiting",
      attemptCount: 0,
      lease: null,
      code: null,
    });
    const address = await db().address.findUniqueOrThrow({ where: { id: world.minister.addressId } });
    expect(address).toMatchObject({ status: "working", lastWorkedAt: null });
    sink = await startSink();
  });

  test("whose connection broke after the body had begun may have arrived: sent once more, flagged, then unknown", async () => {
    const world = await makeWorld({ signers: 1 });
    const signature = await firstOf(world);
    answers.dot = () => {
      sink.drop();
      return undefined;
    };
    await drainDue(transport, never);
    expect(await letterOf(signature)).toMatchObject({ state: "waiting", doubledAt: expect.any(Date) as Date });

    await makeDue(signature.letters.email ?? "");
    await drainDue(transport, never);
    expect(await letterOf(signature)).toMatchObject({ state: "unknown" });
  });

  test("that cannot be rendered is put aside and holds nobody up", async () => {
    const world = await makeWorld({ signers: 2 });
    const [poison, sound] = world.signatures as [TestSignature, TestSignature];
    await db().submission.update({ where: { id: poison.submissionId }, data: { sealed: new Uint8Array(64) } });
    await drainDue(transport, never);
    expect(await letterOf(poison)).toMatchObject({ state: "quarantined", lease: null });
    expect(await letterOf(sound)).toMatchObject({ state: "accepted" });
  });

  test("that could not be rendered is made again when a member says so, and kept back if it still cannot", async () => {
    const world = await makeWorld({ signers: 1 });
    const poison = await firstOf(world);
    const where = { id: poison.submissionId };
    const { sealed } = await db().submission.findUniqueOrThrow({ where });
    await db().submission.update({ where, data: { sealed: new Uint8Array(64) } });
    await drainDue(transport, never);
    const input = { campaign: world.campaign.id, recipient: world.minister.id, which: "quarantined" as const };
    const owner = await makeMember(world.organisation);
    expect(await retryLetters(owner, input)).toBe(1);
    await drainDue(transport, never);
    expect(await letterOf(poison)).toMatchObject({ state: "quarantined" });
    await db().submission.update({ where, data: { sealed } });
    expect(await retryLetters(owner, input)).toBe(1);
    await drainDue(transport, never);
    expect(await letterOf(poison)).toMatchObject({ state: "accepted", doubledAt: null });
  });

  test("whose campaign's key is damaged is put aside and holds no other campaign up", async () => {
    const [damaged, sound] = [await makeWorld({ signers: 1 }), await makeWorld({ signers: 1 })];
    await db().campaign.update({
      where: { id: damaged.campaign.id },
      data: { sealedKey: sound.campaign.sealedKey },
    });
    forgetKeys();
    await drainDue(transport, never);
    expect(await letterOf(await firstOf(damaged))).toMatchObject({ state: "quarantined" });
    expect(await letterOf(await firstOf(sound))).toMatchObject({ state: "accepted" });
  });

  test("whose writer has been erased meanwhile does not leave", async () => {
    const world = await makeWorld({ signers: 1 });
    const signature = await firstOf(world);
    await db().submission.update({ where: { id: signature.submissionId }, data: { sealed: null } });
    await drainDue(transport, never);
    expect(await letterOf(signature)).toMatchObject({ state: "cancelled" });
    expect(sink.messages).toHaveLength(0);
  });

  test("whose writer has withdrawn after it was claimed does not leave", async () => {
    const world = await makeWorld();
    const withdrawn = await makeSignature(world);
    const other = await makeSignature(world);
    await db().signature.update({ where: { id: withdrawn.id }, data: { state: "withdrawn" } });
    await drainDue(transport, never);

    expect(sink.messages).toHaveLength(1);
    expect(await letterOf(withdrawn)).toMatchObject({ state: "cancelled", lease: null });
    expect(await letterOf(other)).toMatchObject({ state: "accepted" });
  });

  test("leaves when the server has ended the kept connection meanwhile", async () => {
    const world = await makeWorld({ signers: 1 });
    await drainDue(transport, never);
    expect(sink.messages).toHaveLength(1);
    const second = await makeSignature(world);
    let dropped = 0;
    answers.mailFrom = () => {
      if (dropped++ === 0) sink.drop();
      return undefined;
    };
    await drainDue(transport, never);
    expect(dropped).toBe(2);
    expect(sink.messages).toHaveLength(2);
    expect(await letterOf(second)).toMatchObject({ state: "accepted", attemptCount: 1, doubledAt: null });
  });
});

describe("a mail of our own", () => {
  test("asks for a confirmation", async () => {
    const world = await makeWorld();
    const signature = await makeSignature(world, { state: "pending" });
    const mail = await makeMail(world, signature);
    await drainDue(transport, never);

    const [first] = await sink.parsed();
    expect(first).toMatchObject({
      from: { name: "Asian Rights Desk", address: "letters@appeals.test" },
      to: [{ name: "", address: signature.typed.email }],
      subject: "Confirm your letter: Do not send him back",
    });
    const headers = new Map(first?.headers.map(({ key, value }) => [key, value]));
    expect(headers.get("auto-submitted")).toBe("auto-generated");
    expect(first?.text).toMatch(/http:\/\/appeals\.test\/en\/confirm\/[\w-]{43}\n/);
    expect(await db().mail.findUnique({ where: { id: mail.id } })).toMatchObject({
      state: "accepted",
      attemptCount: 1,
    });
  });
});

/** Keys are kept unwrapped for a minute. */
function forgetKeys(): void {
  Object.assign(globalThis, { appealsCampaignKeys: undefined });
}
