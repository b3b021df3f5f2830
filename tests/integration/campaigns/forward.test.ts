import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { findAppealText } from "@/lib/campaigns/find-text";
import { forwardCampaign } from "@/lib/campaigns/forward";
import { db } from "@/lib/db";
import { clockIn } from "@/lib/format";
import { env } from "@/lib/env";
import { contentOf } from "@/lib/importing/content";
import { readAppeal } from "@/lib/importing/read-appeal";
import { draftFields } from "@/lib/received/draft-fields";
import { saveOriginal } from "@/lib/originals/save";
import { makeConsent, originalNow, originalOf } from "@/tests/cases";
import { makeRecipient, makeRevision, makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { makeEmbassy, makeRule, makeUnattached } from "@/tests/routing";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld({
    campaign: { deadlineAt: new Date("2099-06-30T10:00:00Z"), deadlineZone: "Asia/Shanghai" },
  });
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

const textOf = async (language = "en") => (await forwardCampaign(actor, world.campaign.id, language)).text;

async function readBack(language?: string) {
  const { draft } = await readAppeal(Buffer.from(await textOf(language)));
  return { content: contentOf(draft), warnings: draft.warnings };
}

async function change(data: Parameters<ReturnType<typeof db>["campaign"]["update"]>[0]["data"]): Promise<void> {
  await db().campaign.update({ where: { id: world.campaign.id }, data });
}

async function reach(id: string, address: { channel: "web_form" | "own_client"; value: string }): Promise<void> {
  await db().address.update({ where: { id }, data: { ...address, lane: address.channel } });
}

describe("the text of a campaign", () => {
  test("reads back to what the campaign says", async () => {
    const original = originalOf("Secret words of an informant", {
      forwarder: "AHRC",
      reference: "UA 12/26",
      incidentOn: new Date("2026-06-01"),
      issuedOn: new Date("2026-06-13"),
    });
    await saveOriginal(actor, await originalNow(world.campaign.id), original);
    const { content, warnings } = await readBack();
    const where = { revisionId: world.revision.id, language: "en" };
    const said = await db().appealText.findFirstOrThrow({ where });
    // A name that nobody consented to is not in the text.
    expect(warnings.map(({ code }) => code)).toEqual(["no-person"]);
    expect(content).toEqual({
      reference: "UA 12/26",
      kind: "urgent_action",
      title: said.title,
      originator: "NKHR",
      forwarder: "AHRC",
      language: "en",
      country: "CN",
      dates: { incident: "2026-06-01", issued: "2026-06-13", deadline: "2099-06-30" },
      deadlineClock: { time: "18:00", zone: "Asia/Shanghai" },
      embassyOf: null,
      persons: [],
      recipients: [
        {
          role: "to",
          name: "Tang Jiaxuan",
          office: "Minister of Foreign Affairs",
          organisation: null,
          country: "CN",
          language: null,
          salutation: "Your Excellency,",
          closing: null,
          addresses: [{ channel: "email", value: "minister@mfa.example.org" }],
        },
        {
          role: "to",
          name: null,
          office: "Ambassador in Seoul",
          organisation: null,
          country: "CN",
          language: null,
          salutation: "Your Excellency,",
          closing: null,
          addresses: [{ channel: "fax", value: "+441632960123" }],
        },
      ],
      letter: {
        subject: "Please do not send him back",
        opening: "Your Excellency,",
        body: "I ask you not to send him back.",
        closing: "Yours sincerely,",
        signOff: null,
        language: "en",
      },
      note: null,
      request: said.request,
      summary: said.summary,
      background: said.body,
      requests: [],
    });
  });

  test("tells of a web form, and of a mailbox for mail from people's own programs as one of e-mail", async () => {
    await reach(world.minister.addressId, { channel: "own_client", value: "minister@mfa.example.org" });
    await reach(world.ambassador.addressId, { channel: "web_form", value: "https://seoul.example.org/contact?to=1" });
    const { content } = await readBack();
    expect(content.recipients.map(({ addresses }) => addresses)).toEqual([
      [{ channel: "email", value: "minister@mfa.example.org" }],
      [{ channel: "web-form", value: "https://seoul.example.org/contact?to=1" }],
    ]);
  });

  test("says the same again in the fields of a draft, whatever it says", async () => {
    const sentence = fc.constantFrom(
      "Nobody has seen her.",
      "Office: none",
      "> quoted",
      "* a star",
      "=== STOP ===",
      "她在哪里？",
    );
    const paragraphs = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((many) => many.join("\n\n"));
    const saying = fc.record({
      request: sentence,
      summary: paragraphs,
      requests: fc.uniqueArray(sentence, { maxLength: 4 }),
      deadlineZone: fc.constantFrom("UTC", "Asia/Kathmandu", "America/Argentina/Buenos_Aires"),
      minutes: fc.nat(1_000_000),
    });
    await fc.assert(
      fc.asyncProperty(saying, async ({ request, summary, requests, deadlineZone, minutes }) => {
        const deadlineAt = new Date(Date.parse("2099-01-01T00:00:00Z") + minutes * 60_000);
        await change({ deadlineAt, deadlineZone });
        const own = { revisionId: world.revision.id, language: "en" };
        await db().appealText.updateMany({ where: own, data: { request, summary } });
        await db().sampleLetter.updateMany({ where: own, data: { requests } });
        const { fields } = draftFields((await readAppeal(Buffer.from(await textOf()))).draft);
        const { date, time } = clockIn(deadlineZone, deadlineAt);
        expect(fields).toMatchObject({
          request,
          summary,
          background: "A man was taken from a consulate.",
          requests: requests.join("\n"),
          deadlineDate: date,
          deadlineTime: time,
          deadlineZone,
        });
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test("says whose letters it does not carry, and the desk does too", async () => {
    const { revision, ambassador, organisation } = world;
    const shared = { revisionId: revision.id, organisationId: organisation.id };
    const letter = await db().sampleLetter.findFirstOrThrow({ where: { revisionId: revision.id, language: "en" } });
    await db().letterVersion.create({ data: { ...shared, key: "embassy", name: "Embassies", position: 1 } });
    await db().sampleLetter.create({ data: { ...letter, id: uuidv7(), version: "embassy", body: "To an embassy." } });
    await db().versionRecipient.create({ data: { ...shared, recipientId: ambassador.id, key: "embassy" } });
    const { text, ownLetters } = await forwardCampaign(actor, world.campaign.id, "en");
    expect(ownLetters).toEqual(["Ambassador in Seoul"]);
    expect(text.replaceAll("\n  ", " ")).toContain("* Letters to Ambassador in Seoul have words of their own");
    expect(text).not.toContain("To an embassy.");
  });

  test("speaks the language that was chosen, labels and all, and its own where it is not there", async () => {
    const arabic = await readBack("ar");
    expect(arabic.content).toMatchObject({
      title: "لا تعيدوه",
      language: "ar",
      letter: { opening: "صاحب المعالي،", closing: "وتفضلوا بقبول فائق الاحترام،" },
      recipients: [{ office: "السيد الوزير", language: "en" }, { office: "السيد الوزير" }],
    });
    expect(await textOf("ar")).toContain("=== مناشدة عاجلة ===");
    expect(await textOf("fr")).toContain("=== URGENT APPEAL ===");
  });

  test("says until when, who sends it, and where it stands", async () => {
    await db().organisation.update({
      where: { id: world.organisation.id },
      data: { senderAddress: "appeals@desk.example.org" },
    });
    const text = (await textOf()).replaceAll("\n  ", " ");
    expect(text).toContain("Write before: 30 June 2099, 18:00, China Standard Time (2099-06-30 18:00 Asia/Shanghai)");
    expect(text).toContain("E-mail: appeals@desk.example.org");
    expect(text).toContain(`${env().APP_URL}/appeals/${world.campaign.slug}`);
    expect((await readBack()).content.recipients.flatMap(({ addresses }) => addresses)).toHaveLength(2);
  });

  test("names nobody who has not consented, and those who have", async () => {
    await db().appealText.updateMany({
      where: { revisionId: world.revision.id, language: "en" },
      data: { title: "Free Kim Chul-soo", body: "**Kim Chul-soo** ([김철수](https://example.org)) was taken." },
    });
    await db().sampleLetter.updateMany({
      where: { revisionId: world.revision.id, language: "en" },
      data: { body: "I ask you to free Comrade K. today.", requests: ["Free Kim Chul-soo."] },
    });
    const masked = await textOf();
    expect(masked).not.toMatch(/Kim|김|Comrade/);
    expect(masked).toContain("Free [name withheld]");
    await makeConsent(world.person, "name");
    const { content } = await readBack();
    expect(content.persons).toEqual(["Kim Chul-soo"]);
    expect(content.title).toBe("Free Kim Chul-soo");
    expect(content.background).toContain("Kim Chul-soo (김철수 (https://example.org)) was taken.");
  });

  test("names nobody whom the appeal itself does not name, whatever consent there is", async () => {
    await makeConsent(world.person, "name");
    expect((await readBack()).content.persons).toEqual([]);
    expect(await textOf()).not.toContain("Kim");
  });

  test("what is locked in the letter besides its greeting and its farewell stands in its body", async () => {
    await db().sampleLetter.updateMany({
      where: { revisionId: world.revision.id, language: "en" },
      data: {
        opening: "{{salutation}}\n\nI write as a private person to {{office}}.",
        closing: "Please let him go.\n\nRespectfully,\n{{name}}\n{{country}}",
      },
    });
    expect((await readBack()).content.letter).toMatchObject({
      opening: "Your Excellency,",
      body: "I write as a private person to [office].\n\nI ask you not to send him back.\n\nPlease let him go.",
      closing: "Respectfully,",
    });
  });

  test("is that of its newest published revision, not of the one that is being written", async () => {
    const newer = { id: world.revision.id };
    await db().revision.update({ where: newer, data: { number: 2 } });
    const older = await makeRevision(world.campaign);
    await db().appealText.updateMany({ where: { revisionId: older.id }, data: { title: "As it was before" } });
    expect(await textOf()).toContain("Do not send him back");
    await db().revision.update({ where: newer, data: { publishedAt: null } });
    expect(await textOf()).toContain("As it was before");
  });

  test("says nothing that is for members only", async () => {
    await saveOriginal(actor, await originalNow(world.campaign.id), originalOf("Secret words of an informant"));
    await change({
      doNotMention: ["smuggler"],
      stopNote: "An internal note",
      stoppedAt: new Date(),
      stopReason: "He is free.",
    });
    await db().case.update({ where: { id: world.campaign.caseId }, data: { summary: "Internal summary" } });
    await db().personAtRisk.update({ where: { id: world.person.id }, data: { note: "Internal remark" } });
    const text = await textOf();
    expect(text).not.toMatch(/informant|smuggler|nternal/);
    expect(text).toContain("He is free.");
  });
});

describe("whom it says to write to", () => {
  test("embassies are a rule and not a list; governments that a rule names are listed", async () => {
    const { campaign, minister } = world;
    await makeEmbassy(campaign, { represents: "CN", host: "FR" });
    const french = await makeUnattached(campaign, "france@gov.example.org", "FR");
    await makeRule(campaign, "everyone", { recipients: [minister.id] });
    await makeRule(campaign, "embassy", { represents: "CN" });
    await makeRule(campaign, "own_government", { recipients: [french.id] });
    const { content } = await readBack();
    expect(content.embassyOf).toBe("CN");
    const values = content.recipients.flatMap(({ addresses }) => addresses.map(({ value }) => value));
    expect(values).toEqual(["minister@mfa.example.org", "france@gov.example.org"]);
    expect(await textOf()).toContain("* Your own government: where this appeal has an address for it");
  });

  test("nobody who is excluded, not to be contacted, or a sample; no address that is dead", async () => {
    const { campaign, minister, ambassador } = world;
    const sample = await makeRecipient(campaign, { channel: "email", address: "sample@mfa.example.org" });
    const refused = await makeRecipient(campaign, { channel: "email", address: "refused@mfa.example.org" });
    await db().recipient.update({ where: { id: sample.id }, data: { sample: true } });
    await db().recipient.update({ where: { id: refused.id }, data: { doNotContactAt: new Date() } });
    await db().address.update({ where: { id: minister.addressId }, data: { status: "dead" } });
    await makeRule(campaign, "everyone");
    await makeRule(campaign, "exclude", { recipients: [ambassador.id] });
    const { content } = await readBack();
    expect(content.recipients.map(({ name, addresses }) => ({ name, addresses }))).toEqual([
      { name: "Tang Jiaxuan", addresses: [] },
    ]);
  });

  test("each with their own salutation where these differ", async () => {
    await db().recipientText.update({
      where: { recipientId_language: { recipientId: world.ambassador.id, language: "en" } },
      data: { salutation: "Dear Ambassador," },
    });
    const { content } = await readBack();
    expect(content.letter?.opening).toBeNull();
    expect(content.recipients.map(({ salutation }) => salutation)).toEqual(["Your Excellency,", "Dear Ambassador,"]);
    expect(await textOf()).toContain("\n[salutation]\n");
  });
});

describe("whether anybody should write", () => {
  test.each([
    ["STOP", { stoppedAt: new Date() }],
    ["Closed", { state: "closed" as const }],
    ["Paused", { state: "paused" as const }],
    ["The date for writing has passed", { deadlineAt: new Date("2020-01-01") }],
    ["Draft", { state: "draft" as const, publishedAt: null }],
    ["Historical example", { nature: "example" as const }],
  ])("%s stands at its top, and is a warning to who reads it back", async (words, data) => {
    await change(data);
    const [, , first = ""] = (await textOf()).split("\n");
    expect(first).toMatch(new RegExp(`^Status: ${words}`));
    const { warnings } = await readBack();
    expect(warnings.map(({ code }) => code)).toEqual(["appeal-status", "no-person"]);
  });

  test.each([
    { distribution: "network_only" as const },
    { distribution: null, state: "draft" as const, publishedAt: null },
  ])("what is for the network only, or not decided yet, says so: %o", async (data) => {
    await change(data);
    expect(await textOf()).toContain("Passing on: within the network only.");
    expect(await textOf()).not.toContain(world.campaign.slug);
  });
});

describe("in public", () => {
  test("an appeal everybody may see is there in the reader's language, else in its own", async () => {
    const { slug } = world.campaign;
    expect(await findAppealText(slug, "en")).toEqual({ text: await textOf(), language: "en" });
    expect((await findAppealText(slug, "ar"))?.language).toBe("ar");
    expect((await findAppealText(slug, "ko"))?.language).toBe("en");
  });

  test("has no address of those who get a copy, which the desk's has", async () => {
    const { campaign, ambassador } = world;
    await db().campaignRecipient.updateMany({
      where: { campaignId: campaign.id, recipientId: ambassador.id },
      data: { role: "copy" },
    });
    const { text = "" } = (await findAppealText(campaign.slug, "en")) ?? {};
    expect(text).toContain("minister@mfa.example.org");
    expect(text).toContain("Ambassador in Seoul");
    expect(text).not.toContain("1632");
    expect(await textOf()).toContain("1632");
  });

  test("after a STOP it says so, and has neither letter nor addresses", async () => {
    await change({ stoppedAt: new Date() });
    const { text = "" } = (await findAppealText(world.campaign.slug, "en")) ?? {};
    expect(text).toContain("Status: STOP");
    expect(text).not.toMatch(/minister@|1632|The letter begins|I ask you/);
    expect(await textOf()).toContain("minister@mfa.example.org");
  });

  test.each([{ distribution: "network_only" as const }, { state: "draft" as const }, { state: "archived" as const }])(
    "none that nobody may see: %o",
    async (data) => {
      await change(data);
      expect(await findAppealText(world.campaign.slug, "en")).toBeNull();
    },
  );
});
