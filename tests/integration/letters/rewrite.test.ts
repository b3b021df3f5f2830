import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { archiveCampaign } from "@/lib/campaigns/archive";
import { closeCampaign } from "@/lib/campaigns/close";
import { stopCampaign } from "@/lib/campaigns/stop";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { Transport } from "@/lib/delivery/transmit";
import type { DeliveryState } from "@/lib/generated/prisma/enums";
import { askWriter } from "@/lib/letters/ask-writer";
import { editorLetter } from "@/lib/letters/editor";
import { listWords } from "@/lib/letters/list-words";
import { openWords } from "@/lib/letters/open-words";
import { refuseWords } from "@/lib/letters/refuse-words";
import { releaseWords } from "@/lib/letters/release-words";
import { saveLetterWatch } from "@/lib/letters/save-watch";
import { sheetsOf } from "@/lib/letters/sheets";
import { getLetterWatch } from "@/lib/letters/watch";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { makeToken, readToken } from "@/lib/privacy/links";
import { seal } from "@/lib/privacy/sealing";
import { readDrifts } from "@/lib/reports/recount.sql";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { eraseSignature } from "@/lib/signatures/erase";
import { openSubmission } from "@/lib/signatures/open";
import { purgeDrafts } from "@/lib/signatures/purge-drafts";
import { getOwnSignature } from "@/lib/signatures/queries";
import { rewriteLetters } from "@/lib/signatures/rewrite";
import { getRewriting } from "@/lib/signatures/rewriting";
import { signAppeal } from "@/lib/signatures/sign";
import { withdrawSignature } from "@/lib/signatures/withdraw";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";
import { startSink, type SmtpSink } from "@/tests/smtp-sink";

let sink: SmtpSink;
let transport: Transport;
let world: World;
let actor: Actor;
let people = 0;

const network = "192.0.2.0/24";
const body = "I ask you not to send him back.";
const naming = "I met Anna Witness there.";
const harmless = { body, ownWords: "I met somebody there." };

beforeEach(async () => {
  // What earlier tests left behind would leave now.
  const where = { state: { in: ["queued", "waiting", "claimed"] as DeliveryState[] } };
  await db().letter.updateMany({ where, data: { state: "cancelled", lease: null, leaseUntil: null } });
  await db().mail.updateMany({ where, data: { state: "cancelled", lease: null, leaseUntil: null } });
  sink = await startSink();
  transport = new Transport(sink.url, 4);
  world = await makeWorld({ campaign: { doNotMention: ["Anna Witness"], doNotMentionAt: new Date(0) } });
  actor = await makeMember(world.organisation, { role: "owner" });
});

afterEach(async () => {
  transport.close();
  await sink.stop();
  expect(await readDrifts()).toEqual([]);
});

async function sign(ownWords = naming): Promise<string> {
  people += 1;
  const person = { name: "Zoë Martin", email: `rewriter-${people}@signers.test`, country: "FR", disclosure: "full" };
  const { slug } = world.campaign;
  const typed = { ...person, body, ownWords };
  const check = await draftSignature({ slug, language: "en", typed, partner: "ally", network });
  await signAppeal(check);
  const mine = await confirmSignature(makeToken("confirm", readToken("check", check) ?? ""));
  return readToken("mine", mine) ?? "";
}

/** A writer whose letters are held and who was asked about them. @returns the signature, and the token of its page */
async function signAndAsk(): Promise<{ id: string; mine: string }> {
  const id = await sign();
  await askWriter(actor, of(id), "Is she safe?");
  return { id, mine: makeToken("mine", id) };
}

const of = (signature: string) => ({ campaign: world.campaign.id, signature });

function letters(signatureId: string) {
  return db().letter.findMany({ where: { signatureId }, orderBy: { channel: "asc" } });
}

async function texts(mine: string): Promise<string[]> {
  return (await getOwnSignature(mine)).letters.map(({ letter }) => letter.ownWords);
}

/** The words of a signature as they were sealed before a letter could be written in several ways. */
async function unsayWriting(signatureId: string): Promise<void> {
  const { submissionId } = await db().signature.findUniqueOrThrow({ where: { id: signatureId } });
  const submission = await db().submission.findUniqueOrThrow({ where: { id: submissionId ?? "" } });
  const { writing: _writing, ...typed } = await openSubmission(submission);
  const { data } = await getCampaignKeys(world.campaign.id);
  const sealed = new Uint8Array(seal(data, JSON.stringify(typed), `submission:${submission.id}`));
  await db().submission.update({ where: { id: submission.id }, data: { sealed } });
}

async function formOf(mine: string, draft?: string) {
  const { appeal, submission, routed, typed, issues } = await getRewriting(mine, draft);
  const placeholders = { name: "[name]", country: () => "[country]" };
  const form = { placeholders, sheets: sheetsOf(appeal, routed), bodyLanguage: submission.letterLanguage };
  return { letter: editorLetter(appeal, submission.language, typed, form), issues };
}

async function drain(): Promise<void> {
  await drainDue(transport, new AbortController().signal);
}

async function atMinister() {
  const parsed = await Promise.all(sink.messages.map(({ raw }) => PostalMime.parse(raw)));
  return parsed.filter(({ to }) => to?.[0]?.address === "minister@mfa.example.org");
}

async function watchFor(...words: string[]): Promise<void> {
  const { seen, refuseMissing } = await getLetterWatch(actor, world.campaign.id);
  await saveLetterWatch(actor, world.campaign.id, { words, seen, refuseMissing, limits: {} });
}

describe("a writer who was asked writes other words", () => {
  test("in the way they were signed in, also where that was before there were several", async () => {
    const { id, mine } = await signAndAsk();
    await unsayWriting(id);
    await db().campaign.update({ where: { id: world.campaign.id }, data: { writing: "paragraph" } });
    expect((await formOf(mine)).letter).toMatchObject({ writing: "edit", body });
    const again = await rewriteLetters(mine, { ...harmless, body: "" }, network);
    const { letter, issues } = await formOf(mine, again ?? "");
    expect(letter.writing).toBe("edit");
    expect(issues).toEqual([{ field: "body", code: "required" }]);
    expect(await rewriteLetters(mine, harmless, network)).toBeNull();
    expect(await letters(id)).toMatchObject([{ state: "queued" }, { state: "with_signer" }]);
  });

  test("which leave, once, under the same subject, with all else as it was; and it is recorded", async () => {
    const { id, mine } = await signAndAsk();
    await db().sampleLetter.updateMany({
      where: { revisionId: world.revision.id },
      data: { subjects: ["Another", "A third"] },
    });
    const before = await getOwnSignature(mine);
    expect(before).toMatchObject({ asked: true });
    expect((await getRewriting(mine)).typed).toMatchObject({ ownWords: naming });
    expect(await rewriteLetters(mine, harmless, network)).toBeNull();
    expect(await letters(id)).toMatchObject([
      { state: "queued", holdReason: null, wordsReadAt: null, partner: "ally", signerLanguage: "en" },
      { state: "with_signer", holdReason: null },
    ]);
    await drain();
    const [mail, ...more] = await atMinister();
    expect(more).toEqual([]);
    expect(mail?.text).toContain("I met somebody there.");
    expect(mail?.text).not.toContain("Anna");
    expect(mail).toMatchObject({ subject: before.letters[0]?.letter.subject, from: { name: "Zoë Martin" } });
    const own = await getOwnSignature(mine);
    expect(own).toMatchObject({ asked: false, signer: { name: "Zoë Martin", ownWords: "I met somebody there." } });
    expect(await db().auditEvent.findMany({ where: { action: "letter.rewritten", subjectId: id } })).toMatchObject([
      { accountId: null, organisationId: world.organisation.id },
    ]);
  });

  test("which say what must not be mentioned, too: they stay held, are read by a member, and may be asked about again", async () => {
    const { id, mine } = await signAndAsk();
    expect(await rewriteLetters(mine, { body, ownWords: "I met A n n a W i t n e s s." }, network)).toBeNull();
    expect(await letters(id)).toMatchObject([{ holdReason: "words" }, { holdReason: "words" }]);
    const { rows } = await listWords(actor, world.campaign.id);
    expect(rows).toMatchObject([{ signatureId: id, askedAt: null, changedAt: expect.any(Date) }]);
    expect(await openWords(actor, world.campaign.id, id)).toMatchObject({
      ownWords: "I met A n n a W i t n e s s.",
      earlier: [],
      found: ["Anna Witness"],
    });
    // Who could try one word after the other would learn what is looked for.
    await expect(rewriteLetters(mine, harmless, network)).rejects.toThrow("not-possible-now");
    await askWriter(actor, of(id), "And now?");
    expect(await rewriteLetters(mine, harmless, network)).toBeNull();
    await drain();
    expect(await atMinister()).toHaveLength(1);
  });

  test("which lack what has to stay: nothing is changed, and what was typed stands in the form", async () => {
    const { id, mine } = await signAndAsk();
    await db().sampleLetter.updateMany({ where: { revisionId: world.revision.id }, data: { requests: [body] } });
    await db().campaign.update({ where: { id: world.campaign.id }, data: { refuseMissing: true } });
    const before = await letters(id);
    const draft = await rewriteLetters(mine, { body: "Do something.", ownWords: "Please." }, network);
    expect(draft).toMatch(/^[\w-]{43}$/);
    const form = await getRewriting(mine, draft ?? "");
    expect(form.typed).toMatchObject({ body: "Do something.", ownWords: "Please.", name: "Zoë Martin" });
    expect(form.issues).toMatchObject([{ field: "body", code: "request-missing", detail: body }]);
    expect(await letters(id)).toEqual(before);
    expect(await texts(mine)).toEqual([naming, naming]);
    const other = await signAndAsk();
    expect((await getRewriting(other.mine, draft ?? "")).typed).toMatchObject({ ownWords: naming });
    await purgeDrafts(new Date(Date.now() + 2 * 3_600_000));
    expect((await getRewriting(mine, draft ?? "")).typed).toMatchObject({ ownWords: naming });
  });

  test("which are too long for a recipient, or empty", async () => {
    const { mine } = await signAndAsk();
    const where = { campaignId_recipientId: { campaignId: world.campaign.id, recipientId: world.ambassador.id } };
    await db().campaignRecipient.update({ where, data: { letterLimit: 200 } });
    const faults = async (typed: { body: string; ownWords: string }) =>
      (await getRewriting(mine, (await rewriteLetters(mine, typed, network)) ?? "")).issues.map(({ code }) => code);
    expect(await faults({ body, ownWords: "long ".repeat(60) })).toEqual(["too-long-for"]);
    expect(await faults({ body: " ", ownWords: "" })).toEqual(["required"]);
  });

  test("and a letter of theirs that has left keeps the words it left with", async () => {
    await watchFor();
    const id = await sign();
    const mine = makeToken("mine", id);
    await drain();
    await putLetters({ where: { signatureId: id, channel: "fax" }, data: { state: "held", holdReason: "words" } });
    await watchFor("Anna Witness");
    await askWriter(actor, of(id), "Is she safe?");
    await rewriteLetters(mine, harmless, network);
    expect(await texts(mine)).toEqual([naming, "I met somebody there."]);
    expect(await letters(id)).toMatchObject([{ state: "accepted" }, { state: "with_signer" }]);
  });

  test("and one that may have arrived stays as it was; a member reads both before either is let go", async () => {
    const { id, mine } = await signAndAsk();
    const doubtful = { signatureId: id, channel: "email" as const };
    await putLetters({ where: doubtful, data: { state: "held", holdReason: "ambiguous", doubledAt: new Date() } });
    await rewriteLetters(mine, { body, ownWords: "Anna Witness it was." }, network);
    expect(await texts(mine)).toEqual([naming, "Anna Witness it was."]);
    await putLetters({ where: doubtful, data: { holdReason: "words" } });
    expect(await openWords(actor, world.campaign.id, id)).toMatchObject({
      ownWords: "Anna Witness it was.",
      earlier: expect.arrayContaining([naming]),
    });
  });

  test("without a consent it needs, the letter waits for that", async () => {
    const { id, mine } = await signAndAsk();
    await db().appealText.updateMany({
      where: { revisionId: world.revision.id },
      data: { title: `Release ${world.person.publicName}` },
    });
    await rewriteLetters(mine, harmless, network);
    expect(await letters(id)).toMatchObject([{ state: "held", holdReason: "consent" }, { state: "with_signer" }]);
  });
});

async function told(signatureId: string) {
  const parsed = await Promise.all(sink.messages.map(({ raw }) => PostalMime.parse(raw)));
  const link = `/en/mine/${makeToken("mine", signatureId)}`;
  return parsed.filter(({ subject, text }) => subject?.startsWith("The words") && text?.includes(link));
}

describe("the writer is told that their words were changed", () => {
  test("once for each time, with the new words and the way to their page; a place to go to is cut out", async () => {
    const { id, mine } = await signAndAsk();
    await rewriteLetters(mine, { body: "Send him home.", ownWords: "Anna Witness\nsays so on bad.example/x" }, network);
    await drain();
    const [mail, ...more] = await told(id);
    expect(more).toEqual([]);
    expect(mail?.to).toEqual([{ address: `rewriter-${people}@signers.test`, name: "" }]);
    expect(mail?.text).toContain("> Send him home.\n> \n> Anna Witness\n> says so on …\n");
    expect(mail?.text).toContain("If it was not you");
    await askWriter(actor, of(id), "And now?");
    await rewriteLetters(mine, harmless, network);
    await drain();
    expect((await told(id)).map(({ text }) => text?.includes("> I met somebody there."))).toEqual([false, true]);
  });

  test("by nothing where nothing was changed", async () => {
    const { id, mine } = await signAndAsk();
    expect(await rewriteLetters(mine, { body: "", ownWords: "" }, network)).not.toBeNull();
    await Promise.allSettled([
      rewriteLetters(mine, harmless, network),
      rewriteLetters(mine, { body, ownWords: "Something else." }, network),
    ]);
    expect(await db().mail.count({ where: { signatureId: id, kind: "words_changed" } })).toBe(1);
  });

  test("and nothing of it is left after erasure", async () => {
    const { id, mine } = await signAndAsk();
    await rewriteLetters(mine, harmless, network);
    await drain();
    await eraseSignature(mine);
    const where = { signatureId: id, kind: "words_changed" } as const;
    expect(await db().mail.findMany({ where })).toMatchObject([{ sealedNote: null, sealedBytes: null }]);
  });
});

describe("nothing is changed", () => {
  test("for who was not asked, or has a link of another kind", async () => {
    const id = await sign();
    expect(await getOwnSignature(makeToken("mine", id))).toMatchObject({ asked: false });
    await expect(rewriteLetters(makeToken("mine", id), harmless, network)).rejects.toThrow("not-possible-now");
    await expect(rewriteLetters(makeToken("confirm", id), harmless, network)).rejects.toThrow("link-unknown");
    expect(await letters(id)).toMatchObject([{ holdReason: "words" }, { holdReason: "words" }]);
  });

  test("by a link used twice, also at the same moment", async () => {
    const { id, mine } = await signAndAsk();
    const ends = await Promise.allSettled([
      rewriteLetters(mine, harmless, network),
      rewriteLetters(mine, { body, ownWords: "Something else." }, network),
    ]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(rewriteLetters(mine, harmless, network)).rejects.toThrow("not-possible-now");
    await expect(getRewriting(mine)).rejects.toThrow("not-possible-now");
    await drain();
    expect(await atMinister()).toHaveLength(1);
    expect(await db().submission.count({ where: { signatureId: id } })).toBe(2);
  });

  test("once a member has let it go, or refused it", async () => {
    const [released, refused] = [await signAndAsk(), await signAndAsk()];
    await releaseWords(actor, of(released.id));
    await refuseWords(actor, of(refused.id), "No.");
    for (const { mine } of [released, refused]) {
      await expect(rewriteLetters(mine, harmless, network)).rejects.toThrow("not-possible-now");
      expect(await getOwnSignature(mine)).toMatchObject({ asked: false });
      expect(await texts(mine)).toEqual([naming, naming]);
    }
    const racing = await signAndAsk();
    const ends = await Promise.allSettled([
      rewriteLetters(racing.mine, harmless, network),
      releaseWords(actor, of(racing.id)),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await drain();
    expect(await atMinister()).toHaveLength(2);
  });

  test("by an asking a member has decided since, when letters are held anew", async () => {
    const [released, refused] = [await signAndAsk(), await signAndAsk()];
    await releaseWords(actor, of(released.id));
    await refuseWords(actor, of(refused.id), "No.");
    for (const { id, mine } of [released, refused]) {
      await putLetters({ where: { signatureId: id }, data: { state: "held", holdReason: "words" } });
      expect(await getOwnSignature(mine)).toMatchObject({ asked: false });
      await expect(rewriteLetters(mine, harmless, network)).rejects.toThrow("not-possible-now");
    }
  });

  test("for a stopped or an archived campaign; one of a closed campaign still leaves", async () => {
    const [stopped, closed] = [await signAndAsk(), await signAndAsk()];
    await closeCampaign(actor, world.campaign.id);
    expect(await rewriteLetters(closed.mine, harmless, network)).toBeNull();
    await drain();
    expect(await atMinister()).toHaveLength(1);
    await archiveCampaign(actor, world.campaign.id);
    await expect(rewriteLetters(stopped.mine, harmless, network)).rejects.toThrow("campaign-closed");
    await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "live" } });
    await stopCampaign(actor, world.campaign.id, { reason: "", note: "", discreet: true });
    await expect(rewriteLetters(stopped.mine, harmless, network)).rejects.toThrow("campaign-stopped");
    expect(await getOwnSignature(stopped.mine)).toMatchObject({ asked: false });
    expect(await letters(stopped.id)).toMatchObject([{ state: "held" }, { state: "held" }]);
  });

  test("for who has withdrawn; and after erasure nothing of it is left, drafts neither", async () => {
    const { id, mine } = await signAndAsk();
    const other = await signAndAsk();
    await withdrawSignature(other.mine);
    await expect(rewriteLetters(other.mine, harmless, network)).rejects.toThrow("not-possible-now");
    const draft = await rewriteLetters(mine, { body: "", ownWords: "typed in vain" }, network);
    await eraseSignature(mine);
    await expect(rewriteLetters(mine, harmless, network)).rejects.toThrow("link-unknown");
    await expect(getRewriting(mine, draft ?? "")).rejects.toThrow("link-unknown");
    const kept = await db().submission.findMany({ where: { signatureId: id } });
    expect(kept).toHaveLength(2);
    expect(kept.every(({ sealed, emailKey }) => sealed === null && emailKey === null)).toBe(true);
    const racing = await signAndAsk();
    await Promise.allSettled([rewriteLetters(racing.mine, harmless, network), eraseSignature(racing.mine)]);
    const left = await db().submission.findMany({ where: { signatureId: racing.id, sealed: { not: null } } });
    expect(left).toEqual([]);
    await drain();
    expect(await atMinister()).toEqual([]);
  });
});
