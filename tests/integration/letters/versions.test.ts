import { versionMark } from "@/lib/letters/versions";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { listBlockers } from "@/lib/campaigns/blockers";
import { discardRevision } from "@/lib/campaigns/discard-revision";
import { duplicateCampaign } from "@/lib/campaigns/duplicate";
import { getEdition } from "@/lib/campaigns/edition";
import { publishRevision } from "@/lib/campaigns/publish-revision";
import { findAppeal } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { Transport } from "@/lib/delivery/transmit";
import type { DeliveryState } from "@/lib/generated/prisma/enums";
import { getLetterDesk } from "@/lib/letters/desk";
import { editorLetter } from "@/lib/letters/editor";
import { listSheets } from "@/lib/letters/list-sheets";
import { makeTestPaper } from "@/lib/letters/make-test-paper";
import { removeVersion } from "@/lib/letters/remove-version";
import { saveSampleLetter } from "@/lib/letters/save-sample-letter";
import { saveVersion } from "@/lib/letters/save-version";
import { sampleLetterSchema } from "@/lib/letters/schema";
import { makeToken, readToken } from "@/lib/privacy/links";
import { loadLetterTexts } from "@/lib/reports/letter-texts";
import { readDrifts } from "@/lib/reports/recount.sql";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { getOwnSignature } from "@/lib/signatures/queries";
import { getReview } from "@/lib/signatures/review";
import { signAppeal } from "@/lib/signatures/sign";
import { makeRecipient, makeWorld, type TestRecipient, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { readPdf } from "@/tests/read-pdf";
import { startSink, type SmtpSink } from "@/tests/smtp-sink";

let sink: SmtpSink;
let transport: Transport;
let world: World;
let deputy: TestRecipient;
let actor: Actor;
let people = 0;

beforeEach(async () => {
  const where = { state: { in: ["queued", "waiting", "claimed"] as DeliveryState[] } };
  await db().letter.updateMany({ where, data: { state: "cancelled", lease: null, leaseUntil: null } });
  await db().mail.updateMany({ where, data: { state: "cancelled", lease: null, leaseUntil: null } });
  sink = await startSink();
  transport = new Transport(sink.url, 4);
  world = await makeWorld();
  deputy = await makeRecipient(world.campaign, { channel: "email", address: "deputy@justice.example.org" });
  actor = await makeMember(world.organisation, { role: "owner" });
});

afterEach(async () => {
  transport.close();
  await sink.stop();
  expect(await readDrifts()).toEqual([]);
});

const deputies = { key: "", name: "Deputies" };

async function edit(version: string, change: Record<string, string>, language = "en"): Promise<void> {
  const { letter, seen } = await getLetterDesk(actor, world.campaign.id, {
    asked: language,
    version,
    defaultLanguage: "en",
  });
  const input = sampleLetterSchema.parse({ ...letter, language, seen, version, ...change });
  await saveSampleLetter(actor, world.campaign.id, input);
}

async function openVersion(version: string) {
  return getLetterDesk(actor, world.campaign.id, { asked: "en", version, defaultLanguage: "en" });
}

/** A published version for the deputy. @returns its key */
async function publishVersion(): Promise<string> {
  const key = await saveVersion(actor, world.campaign.id, { ...deputies, recipients: [deputy.id] });
  await edit(key, { subject: "To the deputy", body: "I ask you, deputy, to speak for him." });
  await publishRevision(actor, world.campaign.id, { note: "", supersedes: false });
  return key;
}

type Typed = Record<string, string>;

async function draft(more: Typed = {}): Promise<string> {
  people += 1;
  const typed = {
    name: "Zoë Martin",
    email: `zoe-${people}@signers.test`,
    country: "FR",
    body: "I ask you not to send him back.",
    disclosure: "full",
    ...more,
  };
  const { slug } = world.campaign;
  return draftSignature({ slug, language: "en", typed, partner: "", network: "192.0.2.0/24" });
}

/** @returns the token of the signer's page */
async function send(check: string): Promise<string> {
  await signAppeal(check);
  return confirmSignature(makeToken("confirm", readToken("check", check) ?? ""));
}

async function shownOn(check: string) {
  const review = await getReview(check);
  if (!("letters" in review)) throw new Error(JSON.stringify(review.issues));
  return review.letters.map(({ recipient, letter }) => ({ id: recipient.id, ...letter }));
}

async function arrivedAt(address: string) {
  await drainDue(transport, new AbortController().signal);
  const parsed = await Promise.all(sink.messages.map(({ raw }) => PostalMime.parse(raw)));
  const found = parsed.filter(({ to }) => to?.[0]?.address === address);
  return found.map(({ subject = "", text = "" }) => ({ subject, text: text.trim() }));
}

describe("versions of a letter", () => {
  test("each recipient gets its own, and what the check page shows is what leaves and what is exported", async () => {
    await publishVersion();
    const check = await draft({ ownWords: "I am a teacher." });
    const shown = await shownOn(check);
    const [minister, other] = [world.minister.id, deputy.id].map((id) => shown.find((one) => one.id === id));
    expect(minister).toMatchObject({ subject: "Please do not send him back", body: "I ask you not to send him back." });
    expect(other).toMatchObject({ subject: "To the deputy", body: "I ask you, deputy, to speak for him." });
    const mine = await send(check);
    expect(await arrivedAt("deputy@justice.example.org")).toEqual([{ subject: other?.subject, text: other?.text }]);
    expect(await arrivedAt("minister@mfa.example.org")).toEqual([{ subject: minister?.subject, text: minister?.text }]);
    const own = await getOwnSignature(mine);
    expect(own.letters.find(({ recipient }) => recipient.id === deputy.id)?.letter).toMatchObject({
      subject: other?.subject,
      text: other?.text,
    });
    const texts = await loadLetterTexts({ ...world.campaign });
    const row = await db().letter.findFirstOrThrow({ where: { recipientId: deputy.id } });
    const of = [row.revisionId, row.recipientId, row.holderId ?? "", "en", "full"];
    const typed = {
      name: "Zoë Martin",
      country: "FR",
      body: "I ask you not to send him back.",
      ownWords: "I am a teacher.",
    };
    expect(texts.letterOf(of, typed)).toBe(other?.text);
  });

  test("a writer's own text for one stays with it", async () => {
    const key = await publishVersion();
    const check = await draft({ bodies: JSON.stringify({ [key]: "Deputy, I beg you.", strange: "nowhere" }) });
    const mine = await send(check);
    expect((await arrivedAt("deputy@justice.example.org"))[0]?.text).toContain("Deputy, I beg you.");
    expect((await arrivedAt("minister@mfa.example.org"))[0]?.text).not.toContain("Deputy");
    expect((await getOwnSignature(mine)).letters).toHaveLength(3);
    const empty = await getReview(await draft({ bodies: JSON.stringify({ [key]: " " }) }));
    expect(empty.issues).toMatchObject([{ field: "bodies", code: "required" }]);
  });

  test("the form shows who gets which", async () => {
    const placeholders = { name: "[name]", country: () => "[country]" };
    const key = await publishVersion();
    const appeal = await findAppeal(world.campaign.slug);
    const letter = appeal && editorLetter(appeal, "en", {}, { placeholders, sheets: await listSheets(appeal, "en") });
    expect(letter).toMatchObject({
      to: ["Minister of Foreign Affairs", "Ambassador in Seoul"],
      versions: [{ key, subject: "To the deputy", body: "I ask you, deputy, to speak for him." }],
    });
  });

  test("a recipient stands in one only; the letter to all others keeps somebody", async () => {
    const first = await saveVersion(actor, world.campaign.id, { ...deputies, recipients: [deputy.id] });
    const both = [deputy.id, world.ambassador.id];
    await saveVersion(actor, world.campaign.id, { key: "", name: "Both", recipients: both });
    const edition = await getEdition(actor, world.campaign.id);
    expect(edition?.versionRecipients.filter(({ key }) => key === first)).toEqual([]);
    expect(edition?.versionRecipients).toHaveLength(2);
    const all = { key: "", name: "All", recipients: [...both, world.minister.id] };
    await expect(saveVersion(actor, world.campaign.id, all)).rejects.toThrow("nobody-left");
    const stranger = await makeWorld();
    const foreign = { key: "", name: "Foreign", recipients: [stranger.minister.id] };
    await expect(saveVersion(actor, world.campaign.id, foreign)).rejects.toThrow("required");
    const seen = versionMark(deputies.name, [], first);
    const twin = { key: first, name: "Both", recipients: [world.ambassador.id], seen };
    await expect(saveVersion(actor, world.campaign.id, twin)).rejects.toThrow("twice");
  });

  test("who stands in one is not saved over what another member chose meanwhile", async () => {
    const key = await saveVersion(actor, world.campaign.id, { ...deputies, recipients: [deputy.id] });
    const { versionSeen: seen } = await openVersion(key);
    const other = await makeMember(world.organisation);
    const both = [deputy.id, world.ambassador.id];
    await saveVersion(other, world.campaign.id, { key, name: "Two", recipients: both, seen });
    const stale = saveVersion(actor, world.campaign.id, { key, name: "One", recipients: [deputy.id], seen });
    await expect(stale).rejects.toMatchObject({ code: "changed-meanwhile" });
    const now = await openVersion(key);
    expect(now.versions).toMatchObject([{ key, name: "Two" }]);
    expect(now.standing.filter(({ version }) => version === key)).toHaveLength(2);
    const again = { key, name: "One", recipients: [deputy.id], seen: now.versionSeen };
    expect(await saveVersion(actor, world.campaign.id, again)).toBe(key);
  });

  test("a change after signing, and before it is published, changes nothing of what was signed", async () => {
    const key = await publishVersion();
    const mine = await send(await draft());
    await edit(key, { subject: "Another subject" });
    await removeVersion(actor, world.campaign.id, key);
    await publishRevision(actor, world.campaign.id, { note: "", supersedes: false });
    expect((await arrivedAt("deputy@justice.example.org"))[0]?.subject).toBe("To the deputy");
    expect((await getOwnSignature(mine)).letters.map(({ letter }) => letter.subject)).toContain("To the deputy");
    expect((await shownOn(await draft())).map(({ subject }) => subject)).not.toContain("To the deputy");
  });

  test("are copied into the next revision and a duplicate, and go with a revision that is discarded", async () => {
    const key = await publishVersion();
    await edit(key, { subject: "In the draft" });
    const edition = await getEdition(actor, world.campaign.id);
    expect(edition).toMatchObject({ versions: [{ key, name: "Deputies" }], versionRecipients: [{ key }] });
    await discardRevision(actor, world.campaign.id);
    expect((await shownOn(await draft())).map(({ subject }) => subject)).toContain("To the deputy");
    const copy = await getEdition(actor, await duplicateCampaign(actor, world.campaign.id));
    expect(copy).toMatchObject({ versions: [{ key }], versionRecipients: [{ key, recipientId: deputy.id }] });
    expect(copy?.sampleLetters.filter(({ version }) => version === key)).toHaveLength(2);
  });

  test("one that lacks a language, or a part, blocks publishing", async () => {
    const key = await saveVersion(actor, world.campaign.id, { ...deputies, recipients: [deputy.id] });
    await edit(key, { opening: "" });
    await edit("", { subject: "Une demande", body: "Je vous demande de ne pas le renvoyer." }, "fr");
    const found = (await listBlockers(db(), world.campaign.id)).filter(({ weight }) => weight === "blocks");
    expect(found).toMatchObject([
      { code: "version-language-missing", language: "fr", about: "Deputies" },
      { code: "version-incomplete", language: "en", about: "Deputies", lacks: ["opening"] },
    ]);
  });
});

describe("subjects that vary", () => {
  test("each letter leaves under the one its check page showed", async () => {
    await edit("", { subjects: "Second: {{office}}\nThird" });
    await publishRevision(actor, world.campaign.id, { note: "", supersedes: false });
    const shown = new Set<string>();
    for (let n = 0; n < 12; n += 1) {
      const check = await draft();
      const subject = (await shownOn(check)).find(({ id }) => id === world.minister.id)?.subject ?? "";
      shown.add(subject);
      const mine = await send(check);
      const { letters } = await getOwnSignature(mine);
      expect(letters.find(({ recipient }) => recipient.id === world.minister.id)?.letter.subject).toBe(subject);
      expect((await arrivedAt("minister@mfa.example.org")).at(-1)?.subject).toBe(subject);
    }
    expect(shown.size).toBeGreaterThan(1);
    for (const subject of shown) {
      expect(["Please do not send him back", "Second: Minister of Foreign Affairs", "Third"]).toContain(subject);
    }
  });

  test("an unknown field in one of them is named", () => {
    const form = { language: "en", subject: "One", body: "I ask.", subjects: "Two {{minister}}" };
    const { error } = sampleLetterSchema.safeParse(form);
    expect(error?.issues).toMatchObject([{ path: ["subjects"], message: "unknown-field:minister" }]);
  });
});

async function publishFacts(refuseMissing: boolean): Promise<void> {
  await db().campaign.update({ where: { id: world.campaign.id }, data: { refuseMissing } });
  await edit("", {
    body: "I ask you not to send him back. Case 2026/117.",
    requests: "not to send him back",
    facts: "2026/117",
  });
  await publishRevision(actor, world.campaign.id, { note: "", supersedes: false });
}

describe("requests, facts and length", () => {
  test("what is missing is told, and the letter may be sent", async () => {
    await publishFacts(false);
    const review = await getReview(await draft({ body: "Let him go.", ownWords: "It is case ２０２６/117." }));
    expect(review).toMatchObject({ issues: [], missing: [{ kind: "request", text: "not to send him back" }] });
  });

  test("it is refused where the campaign says so", async () => {
    await publishFacts(true);
    const review = await getReview(await draft({ body: "I ask you not to send him back." }));
    expect(review.issues).toEqual([{ field: "body", code: "fact-missing", detail: "2026/117" }]);
  });

  test("a letter longer than its strictest recipient takes is refused, and says whose", async () => {
    const where = { campaignId: world.campaign.id, recipientId: deputy.id };
    await db().campaignRecipient.updateMany({ where, data: { letterLimit: 120 } });
    expect((await getReview(await draft())).issues).toEqual([]);
    const review = await getReview(await draft({ ownWords: "a".repeat(100) }));
    expect(review.issues).toMatchObject([
      {
        field: "body",
        code: "too-long-for",
        detail: expect.stringMatching(/^Minister of Foreign Affairs: \d+ \/ 120$/),
      },
    ]);
  });
});

test.each(["fax", "post"] as const)("a test by %s is a marked page, and counted nowhere", async (way) => {
  await edit("", { subjects: "Second" });
  const of = { language: "en", recipient: world.ambassador.id, which: 1, way };
  const { text } = readPdf(await makeTestPaper(actor, world.campaign.id, of));
  expect(text).toContain("[TEST] Second");
  expect(text.includes("Fax")).toBe(way === "fax");
  const where = { campaignId: world.campaign.id };
  expect(await db().letter.count({ where })).toBe(0);
  expect(await db().mail.count({ where })).toBe(0);
  expect(await db().tallyDelta.count({ where })).toBe(0);
});
