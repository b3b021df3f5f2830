import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { getEdition } from "@/lib/campaigns/edition";
import { findAppeal } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { getOutboxMessage, listOutbox } from "@/lib/delivery/outbox";
import { getLetterDesk, type LetterDesk } from "@/lib/letters/desk";
import { listLetterPreviews } from "@/lib/letters/preview";
import { removeLetterLanguage } from "@/lib/letters/remove-letter-language";
import { saveSampleLetter } from "@/lib/letters/save-sample-letter";
import { type SampleLetterInput, previewLetter, sampleLetterSchema } from "@/lib/letters/schema";
import { sendTestLetter } from "@/lib/letters/send-test-letter";
import { testsAnHour } from "@/lib/letters/test-limit.sql";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Actor & { email: string };

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "translator" });
});

function open(language: string): Promise<LetterDesk> {
  return getLetterDesk(actor, world.campaign.id, { asked: language, defaultLanguage: "en" });
}

async function edited(language: string, change: Record<string, string>): Promise<SampleLetterInput> {
  const { letter, seen } = await open(language);
  return sampleLetterSchema.parse({ ...letter, language, seen, ...change });
}

function saved(): Promise<{ reason: string | null }[]> {
  const { id: organisationId } = world.organisation;
  return db().auditEvent.findMany({ where: { action: "letter.saved", organisationId } });
}

const save = (input: SampleLetterInput) => saveSampleLetter(actor, world.campaign.id, input);

describe("a sample letter", () => {
  test("is saved in a draft; people write from the published one", async () => {
    await save(await edited("en", { subject: "To {{office}}", requests: "not to send him back" }));
    const edition = await getEdition(actor, world.campaign.id);
    expect(edition).toMatchObject({ number: 2, publishedAt: null });
    expect(edition?.sampleLetters.find(({ language }) => language === "en")).toMatchObject({
      subject: "To {{office}}",
      requests: ["not to send him back"],
    });
    expect(edition?.sampleLetters).toHaveLength(2);
    const appeal = await findAppeal(world.campaign.slug);
    expect(appeal?.revision.number).toBe(1);
    expect(appeal?.revision.sampleLetters.map(({ subject }) => subject)).toContain("Please do not send him back");
    expect(await open("en")).toMatchObject({ published: false, saved: true });
  });

  test("in a new language is made by saving it", async () => {
    const before = await open("fr");
    expect(before).toMatchObject({ language: "fr", saved: false, seen: "", letter: { opening: "{{salutation}}" } });
    expect(before.written).toEqual(["en", "ar", "fr"]);
    expect(before.others).not.toContain("fr");
    await save(await edited("fr", { subject: "Une demande", body: "Je vous demande de ne pas le renvoyer." }));
    expect(await open("fr")).toMatchObject({ saved: true, letter: { subject: "Une demande" } });
    expect(await saved()).toMatchObject([{ reason: "fr" }]);
  });

  test("is not written over by somebody who saw it as it was", async () => {
    const stale = await edited("en", { subject: "Mine" });
    await save(await edited("en", { subject: "Theirs" }));
    await expect(save(stale)).rejects.toThrow("changed-meanwhile");
    expect((await open("en")).letter.subject).toBe("Theirs");
    await save(await edited("ar", { subject: "موضوع" }));
  });

  test("in a new language is not made twice by two members", async () => {
    const [one, other] = [
      await edited("fr", { subject: "Un", body: "Un" }),
      await edited("fr", { subject: "Deux", body: "Deux" }),
    ];
    await save(one);
    await expect(save(other)).rejects.toThrow("changed-meanwhile");
  });

  test("saved again without a change leaves no trace", async () => {
    await save(await edited("en", {}));
    expect(await getEdition(actor, world.campaign.id)).toMatchObject({ number: 1 });
    const input = await edited("en", { subject: "Once" });
    await save(input);
    await save(input);
    expect(await saved()).toHaveLength(1);
  });

  test("of an archived campaign stays", async () => {
    const input = await edited("en", { subject: "Late" });
    await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "archived" } });
    await expect(save(input)).rejects.toThrow("not-possible-now");
  });
});

describe("removing a language", () => {
  test("takes the letter out of the draft, not out of what is published", async () => {
    await removeLetterLanguage(actor, world.campaign.id, "ar");
    expect((await open("en")).written).toEqual(["en"]);
    const appeal = await findAppeal(world.campaign.slug);
    expect(appeal?.revision.sampleLetters).toHaveLength(2);
  });

  test("keeps the campaign's own, and knows no letter that is not there", async () => {
    await expect(removeLetterLanguage(actor, world.campaign.id, "en")).rejects.toThrow("not-possible-now");
    await expect(removeLetterLanguage(actor, world.campaign.id, "fr")).rejects.toThrow("not-found");
  });
});

test("what is no language opens the campaign's own", async () => {
  for (const asked of [undefined, "", "English", ["ar", "en"], "../en"]) {
    expect(await getLetterDesk(actor, world.campaign.id, { asked, defaultLanguage: "en" })).toMatchObject({
      language: "en",
    });
  }
});

test("a preview addresses each recipient as the letter will", async () => {
  const [minister, ambassador] = await listLetterPreviews(actor, world.campaign.id, "ar");
  expect(minister).toMatchObject({
    recipient: world.minister.id,
    short: "Minister of Foreign Affairs",
    to: "Tang Jiaxuan",
    channel: "email",
    address: "minister@mfa.example.org",
    translated: true,
    values: { salutation: "صاحب المعالي،", holder: "Tang Jiaxuan", country: "البرتغال" },
  });
  expect(minister?.from.address).toBe("letters@appeals.test");
  expect(ambassador).toMatchObject({
    channel: "fax",
    address: "+44 1632 960123",
    to: "السيد الوزير",
    values: { holder: "" },
  });
  const french = await listLetterPreviews(actor, world.campaign.id, "fr");
  expect(french[0]).toMatchObject({
    translated: false,
    values: { salutation: "Your Excellency,", country: "Portugal" },
  });
});

function send(recipient = world.minister.id): Promise<void> {
  return sendTestLetter(actor, world.campaign.id, { language: "en", recipient, which: 0 });
}

describe("a test", () => {
  test("goes to the member alone, says to whom it would have gone, and is the letter of the preview", async () => {
    await send();
    await drainDue(null, new AbortController().signal);
    const [entry, ...rest] = await listOutbox({ organisationId: world.organisation.id, limit: 5 });
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({ table: "mails", kind: "test_letter" });
    const message = await getOutboxMessage({
      organisationId: world.organisation.id,
      table: "mails",
      id: entry?.id ?? "",
    });
    expect(message.subject).toBe("[TEST] Please do not send him back");
    expect(JSON.stringify(message.to)).toContain(actor.email);
    expect(message.text).toContain("Tang Jiaxuan");
    expect(message.text).toContain("minister@mfa.example.org");
    const { letter, ownWords, previews } = await open("en");
    const values = previews[0]?.values;
    const preview = values && previewLetter(letter, values, ownWords);
    expect(message.text).toContain(preview?.letter.text);
  });

  test("is counted nowhere and leaves an audit event", async () => {
    await send();
    expect(await db().letter.count({ where: { campaignId: world.campaign.id } })).toBe(0);
    expect(await db().tallyDelta.count({ where: { campaignId: world.campaign.id } })).toBe(0);
    expect(
      await db().auditEvent.findMany({ where: { action: "letter.tested", organisationId: world.organisation.id } }),
    ).toMatchObject([{ accountId: actor.accountId, subjectId: world.campaign.id }]);
  });

  test("needs a letter that is saved and a recipient of the campaign", async () => {
    const foreign = await makeWorld();
    await expect(send(foreign.minister.id)).rejects.toThrow("not-found");
    const french = { language: "fr", recipient: world.minister.id, which: 0 };
    await expect(sendTestLetter(actor, world.campaign.id, french)).rejects.toThrow("not-found");
  });

  test("is had ten times an hour by each member", async () => {
    for (let sent = 0; sent < testsAnHour; sent += 1) await send();
    await expect(send()).rejects.toThrow("too-many-requests");
    expect(await db().mail.count({ where: { campaignId: world.campaign.id } })).toBe(testsAnHour);
    actor = await makeMember(world.organisation);
    await send();
  });
});
