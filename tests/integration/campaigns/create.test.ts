import { beforeEach, describe, expect, test } from "vitest";
import { ZodError } from "zod";
import type { Actor } from "@/lib/accounts/access";
import { createCampaign } from "@/lib/campaigns/create";
import { duplicateCampaign } from "@/lib/campaigns/duplicate";
import { openDraftRevision } from "@/lib/campaigns/draft-revision";
import { makeSlug, type NewCampaign } from "@/lib/campaigns/schema";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { makeConsent } from "@/tests/cases";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Actor;
let people = 0;

beforeEach(async () => {
  world = await makeWorld({ signers: 1 });
  actor = await makeMember(world.organisation, { role: "campaigner" });
  people += 1;
});

const input = (more: Partial<NewCampaign> = {}): NewCampaign => ({
  title: `Free him ${people}`,
  language: "ar",
  kind: "urgent_action",
  slug: "",
  case: "new",
  caseTitle: "A man was taken",
  country: "TR",
  ...more,
});

async function slugOf(id: string): Promise<string> {
  return (await db().campaign.findUniqueOrThrow({ where: { id } })).slug;
}

function ofCase(title: string, slug = ""): Promise<string> {
  return createCampaign(actor, input({ title, slug, case: world.campaign.caseId, caseTitle: "", country: "" }));
}

describe("a new campaign", () => {
  test("is a draft with a case, a key and a first revision, and leaves an event", async () => {
    const id = await createCampaign(actor, input());
    const campaign = await db().campaign.findUniqueOrThrow({
      where: { id },
      include: { case: true, revisions: { include: { texts: true } } },
    });
    expect(campaign).toMatchObject({
      organisationId: actor.organisationId,
      slug: `free-him-${people}`,
      state: "draft",
      nature: "real",
      distribution: null,
      publishedAt: null,
      defaultLanguage: "ar",
      case: { title: "A man was taken", country: "TR" },
      revisions: [{ number: 1, publishedAt: null, texts: [{ language: "ar", title: `Free him ${people}`, body: "" }] }],
    });
    expect((await getCampaignKeys(id)).data).toHaveLength(32);
    expect(await db().auditEvent.findMany({ where: { subjectId: id } })).toMatchObject([
      { action: "campaign.create", accountId: actor.accountId, organisationId: actor.organisationId },
    ]);
  });

  test("may be about a case that exists; about another organisation's it may not", async () => {
    const id = await createCampaign(actor, input({ case: world.campaign.caseId, caseTitle: "", country: "" }));
    expect((await db().campaign.findUniqueOrThrow({ where: { id } })).caseId).toBe(world.campaign.caseId);
    const other = await makeWorld();
    for (const theirs of [other.campaign.caseId, "no-id"]) {
      await expect(createCampaign(actor, input({ case: theirs }))).rejects.toThrow(new Refusal("not-found"));
    }
    await expect(createCampaign(actor, input({ country: "XX" }))).rejects.toThrow(ZodError);
  });

  test("asks for another address when the wanted one is taken, by whichever organisation", async () => {
    const answer = createCampaign(actor, input({ slug: world.campaign.slug }));
    await expect(answer).rejects.toThrow(ZodError);
    await expect(answer).rejects.toMatchObject({ issues: [{ path: ["slug"], message: "taken" }] });
    expect(await db().case.count({ where: { organisationId: actor.organisationId } })).toBe(1);
  });

  test("whose address nobody chose gets a free one, also when several are made at once", async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => createCampaign(actor, input())));
    const slugs = await Promise.all(made.map(slugOf));
    expect(new Set(slugs).size).toBe(5);
    expect(slugs.toSorted()[0]).toBe(`free-him-${people}`);
    const arabic = await createCampaign(actor, input({ title: "لا تعيدوه" }));
    expect(await slugOf(arabic)).toMatch(/^appeal/);
  });

  test("wanted under one address by two at once goes to one of them", async () => {
    const slug = `one-of-two-${people}`;
    const all = await Promise.allSettled([
      createCampaign(actor, input({ slug })),
      createCampaign(actor, input({ slug })),
    ]);
    expect(all.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(all.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { issues: [{ path: ["slug"], message: "taken" }] },
    });
  });
});

describe("the address that is made from a title", () => {
  test.each([
    ["Do not send Kim Chul-soo’s son back", "do-not-send-son-back"],
    ["Kim, Chul-Soo: free him", "free-him"],
    ["KIM CHUL-SOO", "appeal"],
  ])("of %s leaves out the names of the case, also with consent to them", async (title, expected) => {
    await makeConsent(world.person, "name");
    expect(await slugOf(await ofCase(title))).toMatch(new RegExp(`^${expected}(-\\d+)?$`));
    expect(await slugOf(await ofCase(title, makeSlug(title)))).toMatch(new RegExp(`^${expected}-\\d+$`));
  });

  test("is not what a member chose", async () => {
    const chosen = `kim-chul-soo-now-${people}`;
    expect(await slugOf(await ofCase("Free Kim Chul-soo", chosen))).toBe(chosen);
  });
});

describe("a duplicate", () => {
  test("has the texts, letters, recipients and settings, and no signature, date or permission", async () => {
    await db().campaign.update({
      where: { id: world.campaign.id },
      data: { goal: 500, deadlineAt: new Date("2030-01-01"), deadlineZone: "UTC" },
    });
    const id = await duplicateCampaign(actor, world.campaign.id);
    const copy = await db().campaign.findUniqueOrThrow({
      where: { id },
      include: {
        recipients: { orderBy: { position: "asc" } },
        signatures: true,
        revisions: { include: { texts: true, sampleLetters: true } },
      },
    });
    expect(copy).toMatchObject({
      state: "draft",
      caseId: world.campaign.caseId,
      goal: 500,
      distribution: "web",
      distributionPermittedBy: null,
      distributionPermittedAt: null,
      deadlineAt: null,
      publishedAt: null,
      signatures: [],
      recipients: [{ recipientId: world.minister.id }, { recipientId: world.ambassador.id }],
    });
    expect(copy.slug).not.toBe(world.campaign.slug);
    expect(copy.revisions).toHaveLength(1);
    expect(copy.revisions[0]).toMatchObject({ number: 1, publishedAt: null });
    expect(copy.revisions[0]?.texts.map(({ title }) => title).toSorted()).toEqual(["Do not send him back", "لا تعيدوه"]);
    expect(copy.revisions[0]?.sampleLetters).toHaveLength(2);
    expect((await getCampaignKeys(id)).data).not.toEqual((await getCampaignKeys(world.campaign.id)).data);
  });

  test("begins with the newest words, also those that are not published, and leaves the source as it was", async () => {
    const { organisationId, id: campaignId } = world.campaign;
    const revisionId = await db().$transaction((tx) => openDraftRevision(tx, { ...actor, organisationId, campaignId }));
    await db().appealText.updateMany({ where: { revisionId, language: "en" }, data: { title: "Newer words" } });
    const id = await duplicateCampaign(actor, campaignId);
    const where = { title: "Newer words" };
    expect(await db().appealText.count({ where: { ...where, revision: { campaignId: id } } })).toBe(1);
    expect(await db().appealText.count({ where: { ...where, revision: { campaignId } } })).toBe(1);
    expect(await db().signature.count({ where: { campaignId } })).toBe(1);
  });
});
