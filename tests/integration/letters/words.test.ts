import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { skipLetters } from "@/lib/delivery/skip";
import { Transport } from "@/lib/delivery/transmit";
import { Refusal } from "@/lib/errors";
import type { DeliveryState } from "@/lib/generated/prisma/enums";
import { askWriter } from "@/lib/letters/ask-writer";
import { countHeldLetters } from "@/lib/letters/held";
import { listWords } from "@/lib/letters/list-words";
import { openWords } from "@/lib/letters/open-words";
import { refuseWords } from "@/lib/letters/refuse-words";
import { releaseLetters } from "@/lib/letters/release";
import { releaseWords } from "@/lib/letters/release-words";
import { saveLetterWatch } from "@/lib/letters/save-watch";
import { getLetterWatch } from "@/lib/letters/watch";
import { makeToken, readToken } from "@/lib/privacy/links";
import { readDrifts } from "@/lib/reports/recount.sql";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { eraseSignature } from "@/lib/signatures/erase";
import { getOwnSignature } from "@/lib/signatures/queries";
import { getReview } from "@/lib/signatures/review";
import { signAppeal } from "@/lib/signatures/sign";
import { withdrawSignature } from "@/lib/signatures/withdraw";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { startSink, type SmtpSink } from "@/tests/smtp-sink";

let sink: SmtpSink;
let transport: Transport;
let world: World;
let actor: Actor;
let people = 0;

beforeEach(async () => {
  // What earlier tests left behind would leave now.
  const where = { state: { in: ["queued", "waiting", "claimed"] as DeliveryState[] } };
  await db().letter.updateMany({ where, data: { state: "cancelled", lease: null, leaseUntil: null } });
  await db().mail.updateMany({ where, data: { state: "cancelled", lease: null, leaseUntil: null } });
  sink = await startSink();
  transport = new Transport(sink.url, 4);
  world = await makeWorld({ campaign: { doNotMention: ["Anna Witness"], doNotMentionAt: new Date(0) } });
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

afterEach(async () => {
  transport.close();
  await sink.stop();
  expect(await readDrifts()).toEqual([]);
});

async function sign(ownWords: string, more: Record<string, string> = {}): Promise<string> {
  people += 1;
  const typed = {
    name: "Zoë Martin",
    email: `zoe-${people}@signers.test`,
    country: "FR",
    body: "I ask you not to send him back.",
    ownWords,
    disclosure: "full",
    ...more,
  };
  const { slug } = world.campaign;
  const check = await draftSignature({ slug, language: "en", typed, partner: "", network: "192.0.2.0/24" });
  await signAppeal(check);
  const mine = await confirmSignature(makeToken("confirm", readToken("check", check) ?? ""));
  return readToken("mine", mine) ?? "";
}

const naming = "I met A\u200bnna Wítness there.";

function letters(signatureId: string) {
  return db().letter.findMany({ where: { signatureId }, orderBy: { channel: "asc" } });
}

async function drain(): Promise<void> {
  await drainDue(transport, new AbortController().signal);
}

async function arrived() {
  const parsed = await Promise.all(sink.messages.map(({ raw }) => PostalMime.parse(raw)));
  return parsed.map(({ subject = "", text = "", to }) => ({ subject, text, to: to?.[0]?.address ?? "" }));
}

const to = (address: string) => async () => (await arrived()).filter((mail) => mail.to === address);
const atMinister = to("minister@mfa.example.org");
const of = (signature: string) => ({ campaign: world.campaign.id, signature });

async function watchFor(...words: string[]): Promise<void> {
  const { seen, refuseMissing } = await getLetterWatch(actor, world.campaign.id);
  await saveLetterWatch(actor, world.campaign.id, { words, seen, refuseMissing, limits: {} });
}

describe("a letter in which its writer says what must not be mentioned", () => {
  test("is held with all others of its writer, counts as held and does not leave", async () => {
    const id = await sign(naming);
    expect(await letters(id)).toMatchObject([
      { channel: "email", state: "held", holdReason: "words" },
      { channel: "fax", state: "held", holdReason: "words" },
    ]);
    await drain();
    expect(await atMinister()).toEqual([]);
    expect(await countHeldLetters(actor, world.campaign.id)).toEqual([{ reason: "words", count: 2 }]);
    expect(await listWords(actor, world.campaign.id)).toMatchObject({
      all: 1,
      rows: [{ signatureId: id, letters: 2, askedAt: null, country: "FR" }],
    });
  });

  test.each([
    ["the name", { name: "Anna Witness" }],
    ["the letter itself", { body: "I ask you not to send him back. Anna Witness saw it." }],
  ])("is found in %s", async (_where, more) => {
    expect(await letters(await sign("", more))).toMatchObject([{ holdReason: "words" }, { holdReason: "words" }]);
  });

  test("is not held for a word of the sample, nor for one its writer does not say", async () => {
    await db().sampleLetter.updateMany({
      where: { revisionId: world.revision.id },
      data: { closing: "Anna Witness saw it. {{name}}" },
    });
    const id = await sign("I teach eyewitnesses.");
    await drain();
    expect(await letters(id)).toMatchObject([{ state: "accepted" }, { state: "with_signer" }]);
  });

  test("the check page is the same with and without", async () => {
    const typed = { name: "Ann Example", country: "FR", body: "I ask you.", disclosure: "full" };
    const views = await Promise.all(
      ["", naming].map(async (ownWords, n) => {
        const email = `probe-${n}@signers.test`;
        const form = { slug: world.campaign.slug, language: "en", partner: "", network: "192.0.2.0/24" };
        const token = await draftSignature({ ...form, typed: { ...typed, email, ownWords } });
        const { issues, ...review } = await getReview(token);
        return { issues, channels: "letters" in review && review.letters.map(({ address }) => address?.channel) };
      }),
    );
    expect(views[0]).toEqual(views[1]);
  });

  test("is found when the word is written down only after it was signed, also once it was tried", async () => {
    await watchFor("somebody else");
    const [fresh, tried] = [await sign(naming), await sign(naming)];
    expect(await letters(fresh)).toMatchObject([{ state: "queued" }, { state: "with_signer" }]);
    await db().letter.updateMany({
      where: { signatureId: tried, channel: "email" },
      data: { sealedBytes: new Uint8Array([1]), messageId: "one@example.org" },
    });
    await watchFor("somebody else", "Anna Witness");
    await drain();
    for (const id of [fresh, tried]) {
      expect(await letters(id)).toMatchObject([{ state: "held", holdReason: "words" }, { state: "with_signer" }]);
    }
    expect(await atMinister()).toEqual([]);
  });

  test("is opened with an audit event, by members of its organisation alone", async () => {
    const id = await sign(naming);
    expect(await openWords(actor, world.campaign.id, id)).toMatchObject({
      name: "Zoë Martin",
      ownWords: naming.normalize("NFC"),
      found: ["Anna Witness"],
    });
    expect(await db().auditEvent.findMany({ where: { action: "letter.read", subjectId: id } })).toHaveLength(1);
    const stranger = await makeMember((await makeWorld()).organisation, { role: "owner" });
    await expect(openWords(stranger, world.campaign.id, id)).rejects.toThrow(new Refusal("not-found"));
  });
});

describe("released", () => {
  test("it leaves as it was signed, once, and is not held again", async () => {
    const id = await sign(naming);
    await releaseWords(actor, of(id));
    expect(await letters(id)).toMatchObject([{ state: "queued", holdReason: null }, { state: "with_signer" }]);
    await drain();
    expect(await atMinister()).toMatchObject([{ text: expect.stringContaining("I met") }]);
    expect(await db().auditEvent.findMany({ where: { action: "letter.released", subjectId: id } })).toHaveLength(1);
  });

  test("is held again for a word that was written down since", async () => {
    const id = await sign(naming);
    await releaseWords(actor, of(id));
    await watchFor("Anna Witness", "I met");
    await drain();
    expect((await letters(id))[0]).toMatchObject({ state: "held", holdReason: "words" });
  });

  test("it takes the address its recipient has now, and without one waits for it", async () => {
    const [one, other] = [await sign(naming), await sign(naming)];
    const { id: recipientId, addressId } = world.minister;
    await db().address.update({ where: { id: addressId }, data: { status: "dead" } });
    await releaseWords(actor, of(one));
    expect((await letters(one))[0]).toMatchObject({ state: "held", holdReason: "address" });
    const { organisationId } = world.campaign;
    const address = { organisationId, recipientId, channel: "email", lane: "new.example.org" } as const;
    const id = "0198c0de-0000-7000-8000-00000000" + String(people).padStart(4, "0");
    await db().address.create({ data: { id, ...address, value: "new@new.example.org", position: 1 } });
    await releaseWords(actor, of(other));
    await drain();
    expect(await to("new@new.example.org")()).toHaveLength(1);
  });

  test("of a superseded revision it waits for that", async () => {
    const id = await sign(naming);
    const { campaignId, organisationId } = world.revision;
    const now = new Date();
    const revision = { campaignId, organisationId, number: 2, publishedAt: now, supersedesAt: now };
    await db().revision.create({ data: { id: "0198c0df-0000-7000-8000-" + campaignId.slice(-12), ...revision } });
    await releaseWords(actor, of(id));
    expect((await letters(id))[0]).toMatchObject({ state: "held", holdReason: "superseded" });
  });

  test("neither in bulk nor skipped: each is read", async () => {
    await sign(naming);
    await expect(releaseLetters(actor, world.campaign.id, "words")).rejects.toThrow("not-possible-now");
    const { campaign, minister } = world;
    const skip = { campaign: campaign.id, recipient: minister.id, reason: "words", count: 1 } as const;
    await expect(skipLetters(actor, skip)).rejects.toThrow("not-possible-now");
  });
});

describe("the writer is told", () => {
  test("on their own page, that a member reads it first", async () => {
    const own = await getOwnSignature(makeToken("mine", await sign(naming)));
    expect(own.letters.map(({ toRead }) => toRead)).toEqual([true, true]);
  });

  test("asked: by mail, with what the member says and the way to their page; the letter stays", async () => {
    const id = await sign(naming);
    await askWriter(actor, of(id), "Is she safe?\nPlease think of it.");
    await drain();
    const [mail, ...more] = (await arrived()).filter(({ subject }) => subject.startsWith("A question"));
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: `zoe-${people}@signers.test` });
    expect(mail?.text).toContain("> Is she safe?\n> Please think of it.");
    expect(mail?.text).toContain(`/en/mine/${makeToken("mine", id)}`);
    expect((await letters(id))[0]).toMatchObject({ state: "held", holdReason: "words" });
    expect((await listWords(actor, world.campaign.id)).rows[0]?.askedAt).toBeInstanceOf(Date);
  });

  test("refused: the letters are cancelled, the signature counts, and the mail says why, in their language", async () => {
    const id = await sign(naming);
    await db().signature.update({ where: { id }, data: { language: "ar" } });
    await refuseWords(actor, of(id), "It names a witness.");
    expect(await letters(id)).toMatchObject([{ state: "cancelled" }, { state: "cancelled" }]);
    expect(await db().signature.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "confirmed" });
    await drain();
    const mail = (await arrived()).find(({ text }) => text.includes("> It names a witness."));
    expect(mail?.subject).toContain("لن نرسل رسالتكم");
    expect(await atMinister()).toEqual([]);
  });

  test("refused: a letter that may have arrived before is not called unsent", async () => {
    const id = await sign(naming);
    const [one] = await letters(id);
    await db().letter.update({ where: { id: one?.id ?? "" }, data: { doubledAt: new Date() } });
    await refuseWords(actor, of(id), "It names a witness.");
    expect((await letters(id)).map(({ state }) => state).toSorted()).toEqual(["cancelled", "unknown"]);
  });

  test("what was said is forgotten with the writer", async () => {
    const id = await sign(naming);
    await askWriter(actor, of(id), "Is she safe?");
    await drain();
    await eraseSignature(makeToken("mine", id));
    const rows = await db().mail.findMany({ where: { signatureId: id, kind: "words_asked" } });
    expect(rows).toMatchObject([{ sealedNote: null, sealedBytes: null }]);
  });
});

describe("at the same time", () => {
  test("two members release: one does, the other is told", async () => {
    const id = await sign(naming);
    const ends = await Promise.allSettled([releaseWords(actor, of(id)), releaseWords(actor, of(id))]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await drain();
    expect(await atMinister()).toHaveLength(1);
  });

  test("one releases and one refuses: either, never both", async () => {
    const id = await sign(naming);
    const ends = await Promise.allSettled([releaseWords(actor, of(id)), refuseWords(actor, of(id), "No.")]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await drain();
    const refused = ends[1]?.status === "fulfilled";
    expect(await atMinister()).toHaveLength(refused ? 0 : 1);
    expect(await db().mail.count({ where: { signatureId: id, kind: "words_refused" } })).toBe(refused ? 1 : 0);
  });

  test("the writer withdraws: nothing leaves, and nothing can be decided after", async () => {
    const id = await sign(naming);
    await withdrawSignature(makeToken("mine", id));
    const acts = [
      () => releaseWords(actor, of(id)),
      () => askWriter(actor, of(id), "?"),
      () => refuseWords(actor, of(id), "No."),
    ];
    for (const act of acts) {
      await expect(act()).rejects.toThrow(new Refusal("not-possible-now"));
    }
    expect(await listWords(actor, world.campaign.id)).toEqual({ rows: [], all: 0 });
    const racing = await sign(naming);
    await Promise.allSettled([releaseWords(actor, of(racing)), withdrawSignature(makeToken("mine", racing))]);
    await drain();
    expect(await atMinister()).toEqual([]);
    expect((await letters(racing)).map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
  });
});
