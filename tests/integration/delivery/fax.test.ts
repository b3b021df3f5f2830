import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { claimDue } from "@/lib/delivery/claim";
import { drainDue } from "@/lib/delivery/drain";
import { passFence } from "@/lib/delivery/fence";
import { recoverLost } from "@/lib/delivery/recover";
import { Transport } from "@/lib/delivery/transmit";
import { env } from "@/lib/env";
import type { DeliveryState } from "@/lib/generated/prisma/enums";
import { releaseLetters } from "@/lib/letters/release";
import { letterViews } from "@/lib/letters/view";
import { makeToken, readToken } from "@/lib/privacy/links";
import { recipientFields } from "@/lib/recipients/form";
import { getRecipient } from "@/lib/recipients/queries";
import { saveRecipient } from "@/lib/recipients/save-recipient";
import { recipientSchema } from "@/lib/recipients/schema";
import { readDrifts } from "@/lib/reports/recount.sql";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { getReview } from "@/lib/signatures/review";
import { signAppeal } from "@/lib/signatures/sign";
import { makeSignature, makeWorld, type TestSignature, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { readPdf } from "@/tests/read-pdf";
import { startSink, type Answers, type SmtpSink, type SunkMessage } from "@/tests/smtp-sink";

const never = new AbortController().signal;
const gateway = "fax.example.org";
const mailbox = `+441632960123@${gateway}`;
let answers: Answers;
let sink: SmtpSink;
let transport: Transport;
let world: World;
let actor: Actor;
let people = 0;

beforeEach(async () => {
  setGateway(gateway);
  // What earlier tests left behind would leave now.
  const where = { state: { in: ["queued", "waiting", "claimed"] as DeliveryState[] } };
  await db().letter.updateMany({ where, data: { state: "cancelled", lease: null, leaseUntil: null } });
  answers = {};
  sink = await startSink({
    rcpt: (address) => answers.rcpt?.(address),
    dot: (message) => answers.dot?.(message),
  });
  transport = new Transport(sink.url, 4);
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

afterEach(async () => {
  transport.close();
  await sink.stop();
  expect(await readDrifts()).toEqual([]);
});

/** As if the installation had been started with this setting. */
function setGateway(value: string | undefined): void {
  Object.assign(env(), { FAX_GATEWAY: value });
}

/** @returns the tokens of the check page and of the confirmation link */
async function draft(): Promise<{ check: string; link: string }> {
  people += 1;
  const [name, body] = ["Zoë Martin", "I ask you not to send him back."];
  const typed = { name, email: `zoe-${people}@signers.test`, country: "FR", body, disclosure: "full" };
  const { slug } = world.campaign;
  const check = await draftSignature({ slug, language: "en", typed, partner: "", network: "192.0.2.0/24" });
  return { check, link: makeToken("confirm", readToken("check", check) ?? "") };
}

async function sign(): Promise<string> {
  const { check, link } = await draft();
  await signAppeal(check);
  return link;
}

async function faxOf(signature: TestSignature) {
  return db().letter.findUniqueOrThrow({ where: { id: signature.letters.fax } });
}

function faxes() {
  return db().letter.findMany({ where: { campaignId: world.campaign.id, channel: "fax" }, orderBy: { id: "asc" } });
}

/** What went to the gateway; the minister's e-mail leaves meanwhile. */
function faxed(messages: SunkMessage[]): SunkMessage[] {
  return messages.filter(({ to }) => to.endsWith(`@${gateway}`));
}

async function makeDue() {
  await db().$executeRaw`update letters set due_at = now() where state in ('queued', 'waiting')`;
}

describe("with a gateway", () => {
  test("a fax is said to be sent by us, is queued when it is confirmed, and leaves as a page", async () => {
    const { check, link } = await draft();
    const review = await getReview(check);
    if (!review.signer) throw new Error("the draft has faults");
    expect(letterViews(review, "en").map(({ channel, to }) => [channel, to.carried])).toEqual([
      ["email", true],
      ["fax", true],
    ]);
    await signAppeal(check);
    await confirmSignature(link);
    expect(await faxes()).toMatchObject([{ state: "queued", lane: "fax", holdReason: null }]);
    await drainDue(transport, never);
    expect(await faxes()).toMatchObject([{ state: "accepted", code: 250, attemptCount: 1 }]);
    const [message] = faxed(sink.messages);
    expect(message).toMatchObject({ from: "letters@appeals.test", to: mailbox });
    const mail = await PostalMime.parse(message?.raw ?? "");
    expect(mail).toMatchObject({
      from: { name: "Asian Rights Desk", address: "letters@appeals.test" },
      to: [{ name: "", address: mailbox }],
      subject: "Letter",
      attachments: [{ filename: "letter.pdf", mimeType: "application/pdf", disposition: "attachment" }],
    });
    expect(mail.text?.trim()).toBe("");
    expect(mail.replyTo).toBeUndefined();
    expect(`<${(await faxes())[0]?.messageId}>`).toBe(mail.messageId);
    expect(message?.raw.toString()).not.toContain("Martin");

    const page = readPdf(Buffer.from(mail.attachments[0]?.content as ArrayBuffer));
    expect(page).toMatchObject({ pages: 1, boxes: ["0 0 595.2756 841.8898"] });
    const said = page.text.replace(/\s/g, "");
    for (const words of [
      "Ambassador in Seoul",
      "+44 1632 960123",
      "Zoë Martin",
      "sent through Asian Rights Desk",
      "Please do not send him back",
      "I ask you not to send him back.",
      "Yours sincerely,Zoë Martin, France",
    ]) {
      expect(said).toContain(words.replace(/\s/g, ""));
    }
  });

  test("it comes from the organisation's own address where it has one", async () => {
    world = await makeWorld({ organisation: { senderAddress: "letters@ngo.example.org", senderName: "NGO" } });
    await makeSignature(world);
    await drainDue(transport, never);
    const [message] = faxed(sink.messages);
    expect(message?.from).toBe("letters@ngo.example.org");
    expect(await PostalMime.parse(message?.raw ?? "")).toMatchObject({
      from: { name: "NGO", address: "letters@ngo.example.org" },
    });
  });

  test("a number the gateway does not know fails the letter; a busy gateway is tried again", async () => {
    answers.rcpt = (address) => (address === mailbox ? "550 5.1.1 no such number" : undefined);
    const refused = await makeSignature(world);
    await drainDue(transport, never);
    expect(await faxOf(refused)).toMatchObject({ state: "failed", code: 550, enhancedCode: "5.1.1" });
    answers.rcpt = (address) => (address === mailbox ? "451 4.3.0 later" : undefined);
    const delayed = await makeSignature(world);
    await drainDue(transport, never);
    expect(await faxOf(delayed)).toMatchObject({ state: "waiting", code: 451 });
  });

  test("one of which nobody can say whether it arrived is held; released, it leaves as the same bytes", async () => {
    const seen: SunkMessage[] = [];
    answers.dot = (message) => {
      if (!message.to.endsWith(gateway)) return undefined;
      seen.push(message);
      if (seen.length === 1) sink.drop();
      return undefined;
    };
    const signature = await makeSignature(world);
    await db().letter.deleteMany({ where: { campaignId: world.campaign.id, channel: "email" } });
    await drainDue(transport, never);
    expect(await faxOf(signature)).toMatchObject({ state: "held", holdReason: "ambiguous" });
    expect((await faxOf(signature)).doubledAt).not.toBeNull();
    await makeDue();
    await drainDue(transport, never);
    expect(seen).toHaveLength(1);

    expect(await releaseLetters(actor, world.campaign.id, "ambiguous")).toBe(1);
    await drainDue(transport, never);
    expect(await faxOf(signature)).toMatchObject({ state: "accepted" });
    expect(seen).toHaveLength(2);
    expect(seen[1]?.raw.equals(seen[0]?.raw ?? Buffer.alloc(0))).toBe(true);
  });

  test("one whose worker died while it was leaving is held as well", async () => {
    const signature = await makeSignature(world);
    const rows = await claimDue(10, false);
    const row = rows.find(({ id }) => id === signature.letters.fax);
    if (!row) throw new Error("the fax was not due");
    expect(row).toMatchObject({ holdsAmbiguous: true, channel: "fax", address: "+441632960123" });
    await passFence({ row, to: "transmitting", messageId: "x@example.org", sealedBytes: Buffer.from("sealed") });
    await db().$executeRaw`update letters set lease_until = now() - interval '1 second' where id = ${row.id}::uuid`;
    await recoverLost();
    expect(await faxOf(signature)).toMatchObject({ state: "held", holdReason: "ambiguous" });
  });

  test("one that was kept back before the end leaves as the same bytes later", async () => {
    const seen: SunkMessage[] = [];
    let refused = 0;
    answers.dot = (message) => {
      if (message.to !== mailbox) return undefined;
      seen.push(message);
      return refused++ === 0 ? "451 4.3.0 later" : undefined;
    };
    await makeSignature(world);
    await drainDue(transport, never);
    await makeDue();
    await drainDue(transport, never);
    expect(seen).toHaveLength(2);
    expect(seen[1]?.raw.equals(seen[0]?.raw ?? Buffer.alloc(0))).toBe(true);
  });

  test("signs that no font here has are not sent as boxes: a member has to look", async () => {
    // Not yet given to any sign, so that no font of any machine has it.
    const signature = await makeSignature(world, { typed: { body: "I ask you \u2fe0 not to send him back." } });
    await drainDue(transport, never);
    expect(await faxOf(signature)).toMatchObject({ state: "quarantined" });
    expect(faxed(sink.messages)).toHaveLength(0);
    expect(sink.messages).toHaveLength(1);
  });

  test("a letter that waits for an address is queued when its recipient gets a fax number", async () => {
    const signature = await makeSignature(world);
    const form = await fieldsOf(world.minister.id);
    const fax = { "address-1-channel": "fax", "address-1-value": "+44 1632 960125" };
    await save(world.minister.id, { ...form, "address-0-status": "dead", ...fax });
    const where = { id: signature.letters.email };
    expect(await db().letter.findUniqueOrThrow({ where })).toMatchObject({
      state: "queued",
      channel: "fax",
      lane: "fax",
    });
    await drainDue(transport, never);
    expect(
      faxed(sink.messages)
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual([mailbox, `+441632960125@${gateway}`]);
  });

  test("a draft that had nowhere to go takes the number its recipient has got since", async () => {
    await save(world.ambassador.id, { ...(await fieldsOf(world.ambassador.id)), "address-0-status": "dead" });
    const link = await sign();
    const fax = { "address-1-channel": "fax", "address-1-value": "+44 1632 960126" };
    await save(world.ambassador.id, { ...(await fieldsOf(world.ambassador.id)), ...fax });
    await confirmSignature(link);
    expect(await faxes()).toMatchObject([{ state: "queued" }]);
  });
});

test("letters that signers were told to fax stay with them when a gateway comes", async () => {
  setGateway(undefined);
  const before = await makeSignature(world);
  const link = await sign();
  setGateway(gateway);
  await confirmSignature(link);
  await drainDue(transport, never);
  expect(await faxOf(before)).toMatchObject({ state: "with_signer" });
  expect((await faxes()).map(({ state }) => state)).toEqual(["with_signer", "with_signer"]);
  expect(faxed(sink.messages)).toHaveLength(0);
});

describe("when the gateway is gone", () => {
  test("what was to be faxed is held, never sent as e-mail; it leaves when there is one again and a member says so", async () => {
    const signature = await makeSignature(world);
    setGateway(undefined);
    await drainDue(transport, never);
    expect(await faxOf(signature)).toMatchObject({ state: "held", holdReason: "address", doubledAt: null });
    expect(sink.messages.map(({ to }) => to)).toEqual(["minister@mfa.example.org"]);

    expect(await releaseLetters(actor, world.campaign.id, "address")).toBe(1);
    await drainDue(transport, never);
    expect(await faxOf(signature)).toMatchObject({ state: "held", holdReason: "address" });

    setGateway(gateway);
    await releaseLetters(actor, world.campaign.id, "address");
    await drainDue(transport, never);
    expect(await faxOf(signature)).toMatchObject({ state: "accepted" });
  });

  test("also what has its bytes already", async () => {
    answers.dot = ({ to }) => (to === mailbox ? "451 4.3.0 later" : undefined);
    const signature = await makeSignature(world);
    await drainDue(transport, never);
    expect((await faxOf(signature)).sealedBytes).not.toBeNull();
    setGateway(undefined);
    await makeDue();
    await drainDue(transport, never);
    expect(await faxOf(signature)).toMatchObject({ state: "held", holdReason: "address" });
  });
});

async function fieldsOf(id: string) {
  const recipient = await getRecipient(actor, id);
  return { languages: "en ar", seen: recipient.seen, ...recipientFields(recipient) };
}

async function save(id: string, form: Record<string, string>): Promise<void> {
  await saveRecipient(actor, id, recipientSchema.parse(form));
}
