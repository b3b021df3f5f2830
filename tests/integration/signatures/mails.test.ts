import { v7 as uuidv7 } from "uuid";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { POST as oneClick } from "@/app/api/news/[token]/route";
import { stopCampaign } from "@/lib/campaigns/stop";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { Transport } from "@/lib/delivery/transmit";
import { Refusal } from "@/lib/errors";
import type { DeliveryState } from "@/lib/generated/prisma/enums";
import { mailWriter } from "@/lib/letters/mail-writer";
import { makeToken } from "@/lib/privacy/links";
import { endNews } from "@/lib/signatures/end-news";
import { getOwnSignature } from "@/lib/signatures/queries";
import { tellFailed } from "@/lib/signatures/tell-failed.sql";
import { tellNews } from "@/lib/signatures/tell-news";
import { wantsNews } from "@/lib/signatures/wants-news";
import { withdrawSignature } from "@/lib/signatures/withdraw";
import {
  makeCampaign,
  makeMail,
  makeRevision,
  makeSignature,
  makeWorld,
  type TestSignature,
  type World,
} from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { startSink, type SmtpSink } from "@/tests/smtp-sink";

const never = new AbortController().signal;
let world: World;
let sink: SmtpSink;
let transport: Transport;

beforeEach(async () => {
  const where = { state: { in: ["queued", "waiting"] as DeliveryState[] } };
  await db().letter.updateMany({ where, data: { state: "cancelled" } });
  await db().mail.updateMany({ where, data: { state: "cancelled" } });
  await db().campaign.updateMany({ data: { newsToldAt: new Date() } });
  world = await makeWorld();
  sink = await startSink();
  transport = new Transport(sink.url, 4);
});

afterEach(async () => {
  transport.close();
  await sink.stop();
});

function mailsOf(...kinds: ("letter_failed" | "news")[]) {
  return db().mail.findMany({
    where: { kind: { in: kinds }, state: { not: "cancelled" }, signature: { organisationId: world.organisation.id } },
  });
}

async function sent() {
  await drainDue(transport, never);
  return Promise.all(
    sink.messages.map(async ({ raw }) => ({ raw: raw.toString(), parsed: await PostalMime.parse(raw) })),
  );
}

async function end(id: string | undefined, state: "failed" | "bounced") {
  const path =
    state === "failed"
      ? (["claimed", "failed"] as const)
      : (["claimed", "transmitting", "accepted", "bounced"] as const);
  for (const step of path) {
    const leased = step === "claimed" || step === "transmitting";
    const lease = leased
      ? { lease: uuidv7(), leaseUntil: new Date(Date.now() + 60_000) }
      : { lease: null, leaseUntil: null };
    const bytes = step === "transmitting" ? { messageId: `${uuidv7()}@x.test`, sealedBytes: new Uint8Array(1) } : {};
    await db().letter.update({
      where: { id: id ?? "" },
      data: { state: step, ...lease, ...bytes, stateAt: new Date(Date.now() - 30 * 3_600_000) },
    });
  }
}

/** An appeal that follows another one. */
async function follow(of: World, more: object): Promise<World> {
  const { id: followsId, caseId } = of.campaign;
  const publishedAt = new Date(Date.now() - 3_600_000);
  const campaign = await makeCampaign(of.organisation, { followsId, caseId, publishedAt, ...more });
  return { ...of, campaign, revision: await makeRevision(campaign) };
}

async function wanting(of: World, email: string): Promise<TestSignature> {
  const signature = await makeSignature(of, { typed: { email, disclosure: "counted" } });
  await db().signature.update({ where: { id: signature.id }, data: { newsConsentAt: new Date() } });
  return signature;
}

async function tellAll(): Promise<number> {
  let told = 0;
  for (let round = 0; round < 5; round += 1) told += await tellNews();
  return told;
}

describe("a mail of ours", () => {
  test("says the same as plain text and as HTML, plain text first", async () => {
    await makeMail(world, await makeSignature(world, { state: "pending" }));
    const [mail] = await sent();
    expect(mail?.raw).toMatch(/Content-Type: multipart\/alternative/);
    expect(mail?.raw.indexOf("text/plain")).toBeLessThan(mail?.raw.indexOf("text/html") ?? 0);
    expect(mail?.parsed.text).toContain("> I ask you not to send him back.");
    expect(mail?.parsed.html).toContain("I ask you not to send him back.");
  });

  test("of a sensitive campaign names nothing anywhere but the one it goes to", async () => {
    await db().campaign.update({ where: { id: world.campaign.id }, data: { sensitive: true } });
    const signature = await makeSignature(world, {
      state: "pending",
      typed: { name: "Zubaida Quill", email: "z@signers.test" },
    });
    await makeMail(world, signature);
    await db().letter.updateMany({ data: { state: "cancelled" }, where: { state: "queued" } });
    const [mail] = await sent();
    const all = `${mail?.raw}\n${mail?.parsed.text}\n${mail?.parsed.html}`;
    expect(all).not.toMatch(/Zubaida|Quill|send him back|Asian Rights|Minister|Ambassador|teacher|appeal-/i);
    expect(mail?.parsed).toMatchObject({ subject: "Please confirm", from: { name: "" } });
    expect(all).toContain(`/en/confirm/${makeToken("confirm", signature.submissionId)}`);
  });

  test("of a sensitive campaign leaves what a member wrote to the page", async () => {
    await db().campaign.update({ where: { id: world.campaign.id }, data: { sensitive: true } });
    const { id, submissionId } = await makeSignature(world);
    await db().letter.updateMany({ data: { state: "cancelled" }, where: { state: "queued" } });
    const { organisationId, id: campaignId } = world.campaign;
    const signer = { id, campaignId, submissionId, language: "en", state: "confirmed" as const };
    await db().$transaction((tx) =>
      mailWriter(tx, { organisationId }, { signer, kind: "words_asked", note: "Is it true?" }),
    );
    const [mail] = await sent();
    expect(mail?.parsed.text).not.toContain("Is it true");
    expect(await getOwnSignature(makeToken("mine", id))).toMatchObject({ note: "Is it true?" });
  });
});

describe("a letter that could not be handed over", () => {
  let signature: TestSignature;

  beforeEach(async () => {
    signature = await makeSignature(world);
  });

  test.each(["failed", "bounced"] as const)("is told to its writer once, when it is %s", async (state) => {
    await end(signature.letters.email, state);
    expect(await tellFailed()).toBe(1);
    expect(await tellFailed()).toBe(0);
    const [mail] = await sent();
    expect(mail?.parsed.subject).toBe("Your letter could not be handed over: Do not send him back");
    expect(mail?.parsed.text).toContain("Minister of Foreign Affairs");
    expect(mail?.parsed.text).not.toContain("Ambassador");
    expect(mail?.parsed.text).toContain(`/en/mine/${makeToken("mine", signature.id)}`);
    await db().letter.update({ where: { id: signature.letters.fax ?? "" }, data: { failureToldAt: null } });
    expect(await tellFailed(0)).toBe(0);
    expect(await mailsOf("letter_failed")).toHaveLength(1);
  });

  test("is not told before a member could find another way, nor while another one is tried", async () => {
    await end(signature.letters.email, "failed");
    expect(await tellFailed(48)).toBe(0);
    await db().letter.update({ where: { id: signature.letters.fax ?? "" }, data: { state: "queued" } });
    expect(await tellFailed()).toBe(0);
    await db().letter.update({ where: { id: signature.letters.fax ?? "" }, data: { state: "cancelled" } });
    expect(await tellFailed()).toBe(1);
  });

  test("is not told to one who withdrew, nor after a STOP", async () => {
    await end(signature.letters.email, "failed");
    await withdrawSignature(makeToken("mine", signature.id));
    const other = await makeSignature(world);
    await end(other.letters.email, "failed");
    const actor = await makeMember(world.organisation, { role: "owner" });
    await stopCampaign(actor, world.campaign.id, { reason: null, note: null, discreet: false });
    expect(await tellFailed()).toBe(0);
    expect(await mailsOf("letter_failed")).toEqual([]);
  });
});

describe("news", () => {
  let next: World;

  beforeEach(async () => {
    next = await follow(world, {});
  });

  test("go to those who asked for them, once, with a way out that one press takes", async () => {
    const signature = await wanting(world, "ann@signers.test");
    await makeSignature(world, { typed: { email: "quiet@signers.test", disclosure: "counted" } });
    expect(await tellAll()).toBe(1);
    expect(await tellAll()).toBe(0);
    const [mail] = await sent();
    expect(sink.messages).toHaveLength(1);
    expect(mail?.parsed.to).toMatchObject([{ address: "ann@signers.test" }]);
    const token = makeToken("news", signature.id);
    expect(mail?.raw).toMatch(new RegExp(`List-Unsubscribe: <http[^>]*/api/news/${token}>\r\n`));
    expect(mail?.raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    expect(mail?.parsed.text).toContain(`/en/appeals/${next.campaign.slug}\n`);
    expect(mail?.parsed.text).toContain(`/en/news/${token}`);
    expect((await db().campaign.findUniqueOrThrow({ where: { id: next.campaign.id } })).newsToldAt).not.toBeNull();
  });

  test("go to a person once, whichever appeals of the chain they signed, and not to who signed the new one", async () => {
    const third = await follow(next, { publishedAt: new Date() });
    await wanting(world, "both@signers.test");
    await wanting(next, "both@signers.test");
    await wanting(world, "new@signers.test");
    await makeSignature(third, { typed: { email: "New@signers.test" }, state: "pending" });
    await db().campaign.update({ where: { id: next.campaign.id }, data: { newsToldAt: new Date() } });
    expect(await tellNews()).toBe(0);
    await db().campaign.update({
      where: { id: third.campaign.id },
      data: { publishedAt: new Date(Date.now() - 3_600_000) },
    });
    expect(await tellAll()).toBe(1);
    const [mail] = await mailsOf("news");
    expect(mail).toMatchObject({ campaignId: next.campaign.id, aboutId: third.campaign.id });
  });

  test("do not go out about what is not open to everybody", async () => {
    await wanting(world, "ann@signers.test");
    for (const data of [{ distribution: "network_only" }, { state: "paused" }, { stoppedAt: new Date() }] as const) {
      const { state, distribution } = next.campaign;
      await db().campaign.update({ where: { id: next.campaign.id }, data });
      expect(await tellAll()).toBe(0);
      await db().campaign.update({ where: { id: next.campaign.id }, data: { state, distribution, stoppedAt: null } });
    }
    expect(await tellAll()).toBe(1);
  });

  test("of one appeal whose key is damaged keep nobody else's back", async () => {
    await wanting(world, "ann@signers.test");
    const other = await makeWorld();
    await wanting(other, "bo@signers.test");
    await follow(other, {});
    await db().campaign.update({ where: { id: next.campaign.id }, data: { sealedKey: world.campaign.sealedKey } });
    expect(await tellAll()).toBe(1);
  });

  test("end for all appeals of the chain, and what has not left never will", async () => {
    const signature = await wanting(world, "ann@signers.test");
    const other = await wanting(next, "ann@signers.test");
    const stranger = await wanting(next, "bo@signers.test");
    await db().campaign.update({ where: { id: next.campaign.id }, data: { newsToldAt: new Date() } });
    await follow(next, {});
    expect(await tellAll()).toBe(2);
    const token = makeToken("news", signature.id);
    expect(await wantsNews(token)).toBe(true);
    const request = new Request("http://localhost/api/news/x", { method: "POST", body: "List-Unsubscribe=One-Click" });
    expect((await oneClick(request, { params: Promise.resolve({ token }) })).status).toBe(204);
    expect(await wantsNews(token)).toBe(false);
    expect(await wantsNews(makeToken("news", other.id))).toBe(false);
    expect(await wantsNews(makeToken("news", stranger.id))).toBe(true);
    expect((await mailsOf("news")).map(({ signatureId }) => signatureId)).toEqual([stranger.id]);
    await endNews(token);
    await expect(endNews(makeToken("mine", signature.id))).rejects.toThrow(new Refusal("link-unknown"));
  });

  test("of a sensitive appeal name nothing, and can be ended", async () => {
    const signature = await wanting(world, "ann@signers.test");
    await db().campaign.update({ where: { id: next.campaign.id }, data: { sensitive: true } });
    expect(await tellAll()).toBe(1);
    const [mail] = await sent();
    const all = `${mail?.raw}\n${mail?.parsed.text}\n${mail?.parsed.html}`;
    expect(all).not.toMatch(/send him back|Asian Rights|appeals\/appeal-|Ann Example/i);
    expect(mail?.parsed.text).toContain(`/en/news/${makeToken("news", signature.id)}`);
  });
});
