import { v7 as uuidv7 } from "uuid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Channel } from "@/lib/generated/prisma/enums";
import { letterViews } from "@/lib/letters/view";
import { releaseWords } from "@/lib/letters/release-words";
import { makeToken, readToken } from "@/lib/privacy/links";
import { shownAddress } from "@/lib/recipients/address";
import { recipientFields } from "@/lib/recipients/form";
import { getRecipient } from "@/lib/recipients/queries";
import { rerouteLetters } from "@/lib/recipients/reroute-letters";
import { saveRecipient } from "@/lib/recipients/save-recipient";
import { recipientSchema } from "@/lib/recipients/schema";
import { readDrifts } from "@/lib/reports/recount.sql";
import { listRecipientTotals } from "@/lib/reports/queries";
import { listWrittenFrom } from "@/lib/routing/list-written-from";
import { byMail } from "@/lib/signatures/by-mail";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { listSending } from "@/lib/signatures/list-sending";
import { printOwnLetter } from "@/lib/signatures/print-own-letter";
import type { NotToSend } from "@/lib/signatures/not-to-send";
import { getConfirmation, getOwnSignature } from "@/lib/signatures/queries";
import { reportLetterSent } from "@/lib/signatures/report-sent";
import { rerouteDraft } from "@/lib/signatures/reroute";
import { getReview } from "@/lib/signatures/review";
import type { Typed } from "@/lib/signatures/schema";
import { signAppeal } from "@/lib/signatures/sign";
import { makeConsent } from "@/tests/cases";
import { makeWorld, type TestRecipient, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { readPdf } from "@/tests/read-pdf";
import { makeEmbassy, makeRule } from "@/tests/routing";

const network = "192.0.2.0/24";
let world: World;
let people = 0;

beforeEach(async () => {
  world = await makeWorld();
});

afterEach(async () => expect(await readDrifts()).toEqual([]));

/** The one address of an office from now on. */
async function reach({ addressId }: TestRecipient, channel: Channel, value: string): Promise<void> {
  const lane = channel === "email" ? value.slice(value.indexOf("@") + 1) : channel;
  await db().address.update({ where: { id: addressId }, data: { channel, value, lane } });
}

function also({ id: recipientId }: TestRecipient, channel: Channel, value: string) {
  const { organisationId } = world.campaign;
  const lane = channel === "email" ? value.slice(value.indexOf("@") + 1) : channel;
  return db().address.create({
    data: { id: uuidv7(), organisationId, recipientId, channel, value, lane, position: 1 },
  });
}

/** @returns the token of a check page */
function draft(choices: Typed = {}): Promise<string> {
  people += 1;
  const typed: Typed = {
    name: "Ann Example",
    email: `ann-c${people}@signers.test`,
    country: "FR",
    body: "I ask you not to send him back.",
    ownWords: "I am a teacher.",
    disclosure: "full",
    ...choices,
  };
  return draftSignature({ slug: world.campaign.slug, language: "en", typed, partner: "", network });
}

async function confirm(check: string): Promise<string> {
  await signAppeal(check);
  return confirmSignature(makeToken("confirm", readToken("check", check) ?? ""));
}

const sign = async (choices: Typed = {}) => confirm(await draft(choices));

async function letterTo({ id }: TestRecipient, mine: string) {
  const { letters } = await getOwnSignature(mine);
  const found = letters.find(({ recipient }) => recipient.id === id);
  if (!found) throw new Error("no such letter");
  return found;
}

async function totalsOf({ id }: TestRecipient): Promise<Record<string, number>> {
  const all = await listRecipientTotals(world.campaign.organisationId, world.campaign.id);
  const lines = all.filter(({ recipientId }) => recipientId === id);
  return Object.fromEntries(
    lines.flatMap(({ channel, totals }) =>
      (["with_signer", "self_reported", "queued"] as const).flatMap((state) =>
        totals[state] === 0 ? [] : [[`${channel} ${state}`, totals[state]]],
      ),
    ),
  );
}

describe.each<[Channel, string]>([
  ["fax", "+441632960123"],
  ["post", "27 Myeongdong 2-gil\nSeoul 04534"],
  ["web_form", "https://mfa.example.org/contact"],
  ["own_client", "embassy@mfa.example.org"],
])("a letter by %s", (channel, value) => {
  test("lies with its writer until they say they sent it, and counts by its channel", async () => {
    await reach(world.ambassador, channel, value);
    const check = await draft();
    const review = await getReview(check);
    const views = "letters" in review ? letterViews(review, "en") : [];
    expect(views[1]).toMatchObject({ channel, address: shownAddress({ channel, value }), carried: false });
    const mine = await confirm(check);
    const { id, ...letter } = await letterTo(world.ambassador, mine);
    expect(letter).toMatchObject({ channel, address: value, state: "with_signer", theirs: true });
    expect((await listSending(await getOwnSignature(mine))).get(id)).toMatchObject({ channel });
    expect(await totalsOf(world.ambassador)).toEqual({ [`${channel} with_signer`]: 1 });
    await reportLetterSent(mine, id, true);
    expect(await totalsOf(world.ambassador)).toEqual({ [`${channel} self_reported`]: 1 });
    expect((await listSending(await getOwnSignature(mine))).size).toBe(0);
    await reportLetterSent(mine, id, true);
    await reportLetterSent(mine, id, false);
    expect(await totalsOf(world.ambassador)).toEqual({ [`${channel} with_signer`]: 1 });
  });
});

const giveUp = () => db().address.update({ where: { id: world.minister.addressId }, data: { status: "dead" } });

describe("a letter that is confirmed after its address was given up", () => {
  test("goes to the recipient's next one", async () => {
    const check = await draft();
    const { id } = await also(world.minister, "email", "office@next.example.org");
    await giveUp();
    const mine = await confirm(check);
    expect(await letterTo(world.minister, mine)).toMatchObject({ state: "queued", address: "office@next.example.org" });
    const next = { addressId: id, lane: "next.example.org" };
    expect(await db().letter.findFirst({ where: { recipientId: world.minister.id } })).toMatchObject(next);
  });

  test("is held for one where there is no other", async () => {
    const check = await draft();
    await giveUp();
    await confirm(check);
    const held = { state: "held", holdReason: "address", addressId: world.minister.addressId };
    expect(await db().letter.findFirst({ where: { recipientId: world.minister.id } })).toMatchObject(held);
  });
});

describe("what its writer needs to send a letter", () => {
  test("by a web form is its address, the pieces, and how long the text may be", async () => {
    await reach(world.ambassador, "web_form", "https://mfa.example.org/contact");
    const where = { campaignId: world.campaign.id, recipientId: world.ambassador.id };
    await db().campaignRecipient.updateMany({ where, data: { letterLimit: 500 } });
    const mine = await sign();
    const { id, letter } = await letterTo(world.ambassador, mine);
    const sending = (await listSending(await getOwnSignature(mine))).get(id);
    expect(sending).toEqual({
      channel: "web_form",
      href: "https://mfa.example.org/contact",
      limit: 500,
      pieces: { subject: letter.subject, text: letter.text, name: "Ann Example", characters: letter.text.length },
    });
    expect(JSON.stringify(sending)).not.toMatch(/signers\.test/);
  });

  test("from their own program are links with the letter in them, and nothing that leads back to them", async () => {
    await reach(world.ambassador, "own_client", "embassy@mfa.example.org");
    const mine = await sign();
    const { id, letter } = await letterTo(world.ambassador, mine);
    const sending = (await listSending(await getOwnSignature(mine))).get(id);
    const links = sending?.channel === "own_client" ? sending.links : undefined;
    expect(new URL(links?.mailto ?? "").searchParams.get("body")).toBe(letter.text.replaceAll("\n", "\r\n"));
    for (const link of Object.values(links ?? {})) {
      expect(link).not.toContain(mine);
      expect(link).not.toMatch(/signers(?:\.|%2E)test|localhost/i);
    }
  });

  test("is nothing once the appeal was stopped, or nobody is to write there", async () => {
    await reach(world.ambassador, "web_form", "https://mfa.example.org/contact");
    const mine = await sign();
    await db().recipient.update({ where: { id: world.ambassador.id }, data: { doNotContactAt: new Date() } });
    expect((await listSending(await getOwnSignature(mine))).size).toBe(0);
    await db().recipient.update({ where: { id: world.ambassador.id }, data: { doNotContactAt: null } });
    await db().campaign.update({ where: { id: world.campaign.id }, data: { stoppedAt: new Date() } });
    expect((await listSending(await getOwnSignature(mine))).size).toBe(0);
  });
});

/** Why a letter that lies with its writer is not to be sent; null where their page helps them to. */
async function notToSend(mine: string): Promise<NotToSend | null> {
  const { id, channel, notToSend: why } = await letterTo(world.ambassador, mine);
  expect((await listSending(await getOwnSignature(mine))).has(id)).toBe(why === null);
  if (channel === "post" && why) {
    await expect(printOwnLetter(mine, id, "a4")).rejects.toThrow(new Refusal(why));
  }
  return why;
}

describe.each<[Channel, string]>([
  ["own_client", "embassy@mfa.example.org"],
  ["post", "27 Myeongdong 2-gil\nSeoul 04534"],
])("a letter by %s that lies with its writer", (channel, value) => {
  const body = "I ask you to free Kim Chul-soo.";
  test("is not to be sent once a name its writer says is withheld", async () => {
    const consent = await makeConsent(world.person, "name");
    await reach(world.ambassador, channel, value);
    const [named, plain] = [await sign({ body }), await sign({ name: "Kim Chul-soo" })];
    expect(await notToSend(named)).toBeNull();
    await db().consent.update({ where: { id: consent.id }, data: { withdrawnAt: new Date() } });
    expect(await notToSend(named)).toBe("letter-withheld");
    expect(await notToSend(plain)).toBeNull();
    const { id } = await letterTo(world.ambassador, named);
    await reportLetterSent(named, id, true);
    expect(await letterTo(world.ambassador, named)).toMatchObject({ state: "self_reported" });
  });

  test("is not to be sent once a revision supersedes the one it was written from", async () => {
    await reach(world.ambassador, channel, value);
    const mine = await sign({ body: "I ask you." });
    const { id: campaignId, organisationId } = world.campaign;
    const next = { id: uuidv7(), campaignId, organisationId, number: 2, publishedAt: new Date() };
    await db().revision.create({ data: next });
    expect(await notToSend(mine)).toBeNull();
    await db().revision.update({ where: { id: next.id }, data: { supersedesAt: new Date() } });
    expect(await notToSend(mine)).toBe("letter-superseded");
    expect(await letterTo(world.minister, mine)).toMatchObject({ theirs: false, notToSend: null });
  });
});

describe("a letter to print", () => {
  const address = "2 Chaoyangmen Nandajie\nBeijing 100701";

  test.each([
    ["FR", "a4", "595.2756 841.8898", "CHINE"],
    ["MX", "us-letter", "612 792", "CHINA"],
  ] as const)(
    "from %s is a PDF on %s with the address and the country of the office",
    async (country, paper, box, name) => {
      await reach(world.ambassador, "post", address);
      const mine = await sign({ country });
      const { id } = await letterTo(world.ambassador, mine);
      expect((await listSending(await getOwnSignature(mine))).get(id)).toMatchObject({ channel: "post", paper });
      const pdf = readPdf(await printOwnLetter(mine, id, paper));
      const text = pdf.text.replace(/\s/g, "");
      expect(pdf.boxes).toEqual([`0 0 ${box}`]);
      for (const words of [
        "AmbassadorinSeoul",
        "2ChaoyangmenNandajie",
        "Beijing100701",
        name,
        "AnnExample",
        "Iamateacher.",
      ]) {
        expect(text).toContain(words);
      }
    },
  );

  test("goes to where the embassy is, not to the country it represents", async () => {
    await db().embassy.create({
      data: {
        id: uuidv7(),
        organisationId: world.campaign.organisationId,
        recipientId: world.ambassador.id,
        represents: "CN",
        host: "KR",
      },
    });
    await reach(world.ambassador, "post", "27 Myeongdong 2-gil\nSeoul 04534");
    const mine = await sign({ country: "KR" });
    const { id } = await letterTo(world.ambassador, mine);
    expect((await listSending(await getOwnSignature(mine))).get(id)).toMatchObject({ inland: true });
    expect(readPdf(await printOwnLetter(mine, id, "a4")).text).not.toContain("CHINA");
  });

  test("is none of what we send, of somebody else's, or of a stopped appeal", async () => {
    await reach(world.ambassador, "post", address);
    const [mine, other] = [await sign(), await sign()];
    const { id } = await letterTo(world.ambassador, mine);
    const { id: carried } = await letterTo(world.minister, mine);
    await expect(printOwnLetter(mine, carried, "a4")).rejects.toThrow(new Refusal("not-found"));
    await expect(printOwnLetter(other, id, "a4")).rejects.toThrow(new Refusal("not-found"));
    await expect(printOwnLetter("made-up", id, "a4")).rejects.toThrow(new Refusal("link-unknown"));
    await db().campaign.update({ where: { id: world.campaign.id }, data: { stoppedAt: new Date() } });
    await expect(printOwnLetter(mine, id, "a4")).rejects.toThrow(new Refusal("campaign-stopped"));
  });
});

const prefer = () => db().campaign.update({ where: { id: world.campaign.id }, data: { prefersOwnClient: true } });
const toMinister = async (choices: Typed) => {
  const { channel, state, address } = await letterTo(world.minister, await sign(choices));
  return { channel, state, address };
};
const ours = () => ({ channel: "email", state: "queued", address: world.minister.address });
const theirs = () => ({ channel: "own_client", state: "with_signer", address: world.minister.address });

describe("what would go by e-mail", () => {
  test("goes from the writer's own program where they want that", async () => {
    expect(await toMinister({ ownClient: "yes" })).toEqual(theirs());
    expect(await toMinister({})).toEqual(ours());
    expect(await toMinister({ ownClient: "no" })).toEqual(ours());
    expect(await toMinister({ ownClient: "perhaps" })).toEqual(ours());
  });

  test("goes so where the campaign prefers it, unless they want it otherwise or do not show their name", async () => {
    await prefer();
    expect(await toMinister({})).toEqual(theirs());
    expect(await toMinister({ ownClient: "no" })).toEqual(ours());
    expect(await toMinister({ disclosure: "initials" })).toEqual(ours());
    expect(await toMinister({ disclosure: "initials", ownClient: "yes" })).toEqual(ours());
    const from = await listWrittenFrom(world.campaign.slug, "FR", "en");
    expect(from?.written[0]?.recipient).toMatchObject({ channel: "own_client", carried: false });
  });

  test("stays theirs when a member has read its words", async () => {
    const actor = await makeMember(world.organisation, { role: "campaigner" });
    const watch = { doNotMention: ["teacher"], doNotMentionAt: new Date(0) };
    await db().campaign.update({ where: { id: world.campaign.id }, data: watch });
    const mine = await sign({ ownClient: "yes" });
    expect(await letterTo(world.minister, mine)).toMatchObject({ state: "held", toRead: true });
    await releaseWords(actor, { campaign: world.campaign.id, signature: readToken("mine", mine) ?? "" });
    expect(await letterTo(world.minister, mine)).toMatchObject(theirs());
  });
});

const preferNot = () => db().campaign.update({ where: { id: world.campaign.id }, data: { prefersOwnClient: false } });

const sentBy = async (check: string) => {
  const review = await getReview(check);
  if (!review.signer) throw new Error("the draft has faults");
  return [review.letters[0]?.channel, byMail(review.letters)];
};

const waiting = async (check: string) => {
  await signAppeal(check);
  const found = await getConfirmation(makeToken("confirm", readToken("check", check) ?? ""));
  return found.state === "pending" && found.recipients[0]?.channel;
};

describe("who sends what goes by e-mail is settled with the draft", () => {
  test("and every page says so, also when the campaign prefers something else by then", async () => {
    await prefer();
    const [check, moved] = [await draft(), await draft()];
    await preferNot();
    expect(await sentBy(check)).toEqual(["own_client", { count: 1, own: true }]);
    expect(await waiting(check)).toBe("own_client");
    expect(await letterTo(world.minister, await confirm(check))).toMatchObject(theirs());
    const elsewhere = await rerouteDraft(moved, { country: "NO" }, network);
    expect(await sentBy(elsewhere)).toEqual(["own_client", { count: 1, own: true }]);
    const ourOwn = await rerouteDraft(elsewhere, { ownClient: "no" }, network);
    await prefer();
    expect(await sentBy(ourOwn)).toEqual(["email", { count: 1, own: false }]);
    expect(await waiting(ourOwn)).toBe("email");
  });

  test("and those who show their full name only later are asked as the campaign wished", async () => {
    await prefer();
    const typed = (await getReview(await draft({ disclosure: "initials" }))).typed;
    await preferNot();
    expect(await sentBy(await draft({ ...typed, disclosure: "full" }))).toEqual([
      "own_client",
      { count: 1, own: true },
    ]);
  });

  test("and may be changed also where there is a mailbox for people's own programs beside ours", async () => {
    await also(world.minister, "own_client", "office@justice.example");
    expect(await sentBy(await draft({ ownClient: "yes" }))).toEqual(["own_client", { count: 1, own: true }]);
    await db().address.update({ where: { id: world.minister.addressId }, data: { status: "dead" } });
    expect(await sentBy(await draft({ ownClient: "yes" }))).toEqual(["own_client", { count: 0, own: false }]);
  });

  test("also of a letter that has to wait for an address", async () => {
    const address = { where: { id: world.minister.addressId } };
    await db().address.update({ ...address, data: { status: "dead" } });
    const [early, late, words] = [
      await sign({ ownClient: "yes" }),
      await draft({ ownClient: "yes" }),
      await sign({ ownClient: "yes" }),
    ];
    expect(await sentBy(late)).toEqual([null, { count: 0, own: false }]);
    expect(await letterTo(world.minister, early)).toMatchObject({ state: "held", address: null });
    const actor = await makeMember(world.organisation, { role: "campaigner" });
    await db().letter.updateMany({
      where: { signatureId: readToken("mine", words) ?? "", recipientId: world.minister.id },
      data: { holdReason: "words" },
    });
    await db().address.update({ ...address, data: { status: "working" } });
    await db().$transaction((tx) => rerouteLetters(tx, { actor, recipientId: world.minister.id }));
    await releaseWords(actor, { campaign: world.campaign.id, signature: readToken("mine", words) ?? "" });
    expect(await sentBy(late)).toEqual(["own_client", { count: 1, own: true }]);
    expect(await waiting(late)).toBe("own_client");
    for (const mine of [early, words, await confirm(late)]) {
      expect(await letterTo(world.minister, mine)).toMatchObject(theirs());
    }
  });
});

describe("a recipient with no address but for mail from people's own programs", () => {
  beforeEach(() => reach(world.minister, "own_client", "minister@mfa.example.org"));

  test("gets none of those who show less than their name, until there is another", async () => {
    const mine = await sign({ disclosure: "initials" });
    const [check, other] = [await draft({ disclosure: "initials" }), await sign()];
    expect(await letterTo(world.minister, mine)).toMatchObject({ state: "held", address: null });
    expect(await letterTo(world.minister, other)).toMatchObject({ state: "with_signer", channel: "own_client" });
    expect(await letterTo(world.minister, await confirm(check))).toMatchObject({ state: "held", address: null });
    const actor = await makeMember(world.organisation, { role: "campaigner" });
    const { seen, ...recipient } = await getRecipient(actor, world.minister.id);
    const more = {
      "address-1-channel": "email",
      "address-1-value": "office@justice.example",
      "address-1-status": "working",
    };
    const form = { languages: "en ar", seen, ...recipientFields({ seen, ...recipient }), ...more };
    await saveRecipient(actor, world.minister.id, recipientSchema.parse(form));
    expect(await letterTo(world.minister, mine)).toMatchObject({ state: "queued", address: "office@justice.example" });
  });

  test("gets them by post as soon as it has an address for that, and the others by their writers", async () => {
    await db().address.update({ where: { id: world.minister.addressId }, data: { status: "dead" } });
    const [full, initials] = [await sign(), await sign({ disclosure: "initials" })];
    await db().address.update({ where: { id: world.minister.addressId }, data: { status: "working" } });
    const { id: addressId } = await also(world.minister, "post", "2 Chaoyangmen Nandajie\nBeijing 100701");
    const actor = await makeMember(world.organisation, { role: "campaigner" });
    await db().$transaction((tx) => rerouteLetters(tx, { actor, recipientId: world.minister.id }));
    expect(await letterTo(world.minister, initials)).toMatchObject({ state: "with_signer", channel: "post" });
    expect(await letterTo(world.minister, full)).toMatchObject({ state: "with_signer", channel: "own_client" });
    await db().address.update({ where: { id: addressId }, data: { status: "dead" } });
    const late = await sign({ disclosure: "initials" });
    await db().$transaction((tx) => rerouteLetters(tx, { actor, recipientId: world.minister.id }));
    expect(await letterTo(world.minister, late)).toMatchObject({ state: "held", address: null });
  });

  test("does not get a letter by our hands when it has waited for an address", async () => {
    await db().address.update({ where: { id: world.minister.addressId }, data: { status: "dead" } });
    const [full, initials] = [await draft(), await draft({ disclosure: "initials" })];
    await also(world.minister, "own_client", "office@justice.example");
    expect(await letterTo(world.minister, await confirm(full))).toMatchObject({
      state: "with_signer",
      channel: "own_client",
      address: "office@justice.example",
    });
    expect(await letterTo(world.minister, await confirm(initials))).toMatchObject({ state: "held", address: null });
  });
});

describe("a draft on its check page", () => {
  test("goes to others with another country, and every word stays", async () => {
    await makeRule(world.campaign, "embassy", { represents: "CN", fallback: world.minister.id });
    const embassy = await makeEmbassy(world.campaign, { represents: "CN", host: "NO" });
    const check = await draft({ country: "FR", ownWords: "Words of my own.", newsConsent: "yes" });
    const other = await rerouteDraft(check, { country: "NO" }, network);
    const [before, after] = [await getReview(check), await getReview(other)];
    const written = (review: typeof before) =>
      "letters" in review ? review.letters.map(({ recipient, reason }) => [recipient.id, reason?.kind]) : [];
    expect(written(before)).toEqual([[world.minister.id, "fallback"]]);
    expect(written(after)).toEqual([[embassy.id, "embassy"]]);
    expect(after.typed).toEqual({ ...before.typed, country: "NO" });
  });

  test("keeps its words also with a country there is not", async () => {
    const other = await rerouteDraft(await draft(), { country: "XX" }, network);
    expect(await getReview(other)).toMatchObject({ signer: null, issues: [{ field: "country" }] });
  });

  test("changes no more once it was sent", async () => {
    const check = await draft();
    await signAppeal(check);
    await expect(rerouteDraft(check, { country: "NO" }, network)).rejects.toThrow(new Refusal("draft-sent"));
    await expect(rerouteDraft("made-up", {}, network)).rejects.toThrow(new Refusal("link-unknown"));
  });
});

test("everybody may ask who is written to from a country, and by what way", async () => {
  await makeRule(world.campaign, "embassy", { represents: "CN", fallback: world.minister.id });
  const embassy = await makeEmbassy(world.campaign, { represents: "CN", host: "NO" });
  await reach(embassy, "post", "Tuengen allé 2\n0374 Oslo");
  const deadlineAt = new Date(Date.now() + 5 * 86_400_000);
  await db().campaign.update({ where: { id: world.campaign.id }, data: { deadlineAt, deadlineZone: "UTC" } });
  const from = (country: string) => listWrittenFrom(world.campaign.slug, country, "en");
  expect((await from("NO"))?.written).toMatchObject([
    { recipient: { id: embassy.id }, reason: { kind: "embassy" }, post: { reach: "inland", fits: "may-be-late" } },
  ]);
  expect((await from("FR"))?.written).toMatchObject([
    { recipient: { id: world.minister.id, channel: "email" }, reason: { kind: "fallback" }, post: null },
  ]);
  await db().campaign.update({ where: { id: world.campaign.id }, data: { distribution: "network_only" } });
  expect(await from("NO")).toBeNull();
});
