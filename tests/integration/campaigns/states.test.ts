import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { archiveCampaign } from "@/lib/campaigns/archive";
import { closeCampaign } from "@/lib/campaigns/close";
import { closeDueCampaigns } from "@/lib/campaigns/close-due";
import { countCampaigns, listCampaigns } from "@/lib/campaigns/desk-queries";
import { duplicateCampaign } from "@/lib/campaigns/duplicate";
import { pauseCampaign } from "@/lib/campaigns/pause";
import { publishCampaign } from "@/lib/campaigns/publish";
import { findAppeal, listOpenAppeals } from "@/lib/campaigns/queries";
import { getReadiness } from "@/lib/campaigns/readiness";
import { reopenCampaign } from "@/lib/campaigns/reopen";
import { restoreCampaign } from "@/lib/campaigns/restore";
import { resumeCampaign } from "@/lib/campaigns/resume";
import { scheduleCampaign } from "@/lib/campaigns/schedule";
import { type CampaignAct, campaignActs } from "@/lib/campaigns/states";
import { stopCampaign } from "@/lib/campaigns/stop";
import { submitCampaign } from "@/lib/campaigns/submit";
import { unscheduleCampaign } from "@/lib/campaigns/unschedule";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { CampaignState } from "@/lib/generated/prisma/enums";
import { makeToken, readToken } from "@/lib/privacy/links";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { signAppeal } from "@/lib/signatures/sign";
import { makeConsent, makePicture } from "@/tests/cases";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

const row = (id = world.campaign.id) => db().campaign.findUniqueOrThrow({ where: { id } });
const events = (id = world.campaign.id) =>
  db().auditEvent.findMany({ where: { subjectId: id }, orderBy: { at: "asc" } });

async function becomes(state: CampaignState): Promise<void> {
  await db().campaign.update({ where: { id: world.campaign.id }, data: { state } });
}

/** A draft that lacks nothing. */
async function readyDraft(): Promise<string> {
  const id = await duplicateCampaign(actor, world.campaign.id);
  const permitted = { distributionPermittedBy: "his family", distributionPermittedAt: new Date() };
  await db().campaign.update({ where: { id }, data: permitted });
  return id;
}

const verbs: Partial<Record<CampaignAct, (actor: Actor, id: string) => Promise<void>>> = {
  publish: publishCampaign,
  pause: pauseCampaign,
  resume: resumeCampaign,
  close: closeCampaign,
  reopen: reopenCampaign,
  archive: archiveCampaign,
  restore: restoreCampaign,
  submit: submitCampaign,
  schedule: (by, id) => scheduleCampaign(by, id, { at: future(), zone: "UTC" }),
  unschedule: unscheduleCampaign,
  stop: (by, id) => stopCampaign(by, id, { reason: null, note: null, discreet: false }),
};

describe.each(Object.entries(verbs))("%s", (act, verb) => {
  const { from, to } = campaignActs[act as CampaignAct];

  test.each(Object.values(CampaignState))("of a campaign that is %s follows the table", async (state) => {
    await becomes(state);
    if ((from as readonly string[]).includes(state)) {
      await verb(actor, world.campaign.id);
      expect((await row()).state).toBe(to);
      expect(await events()).toMatchObject([{ action: `campaign.${act}`, accountId: actor.accountId }]);
    } else {
      await expect(verb(actor, world.campaign.id)).rejects.toThrow(new Refusal("not-possible-now"));
      expect((await row()).state).toBe(state);
      expect(await events()).toEqual([]);
    }
  });

  test("by two members at once happens once", async () => {
    await becomes(from[0] ?? "draft");
    const other = await makeMember(world.organisation);
    const all = await Promise.allSettled([verb(actor, world.campaign.id), verb(other, world.campaign.id)]);
    if ((from as readonly string[]).includes(to) && act !== "stop") return;
    expect(all.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await events()).toHaveLength(1);
  });
});

describe("publishing", () => {
  test("opens a draft that lacks nothing, with its revision", async () => {
    const id = await readyDraft();
    expect(await getReadiness(actor, id)).toEqual([]);
    await publishCampaign(actor, id);
    const { state, publishedAt, slug } = await row(id);
    expect(state).toBe("live");
    expect((await db().revision.findFirstOrThrow({ where: { campaignId: id } })).publishedAt).toEqual(publishedAt);
    expect((await findAppeal(slug))?.state).toBe("live");
  });

  test.each([
    ["text-incomplete", (id: string) => db().appealText.updateMany({ where: of(id), data: { request: " " } })],
    ["letter-missing", (id: string) => db().sampleLetter.deleteMany({ where: { ...of(id), language: "en" } })],
    ["letter-incomplete", (id: string) => db().sampleLetter.updateMany({ where: of(id), data: { closing: "" } })],
    ["recipient-missing", (id: string) => db().campaignRecipient.deleteMany({ where: { campaignId: id } })],
    ["address-missing-everywhere", () => db().address.updateMany({ data: { status: "dead" } })],
    ["recipient-unnamed", () => db().recipientText.deleteMany({ where: { language: "en" } })],
    ["distribution-missing", (id: string) => db().campaign.update({ where: { id }, data: { distribution: null } })],
    [
      "permission-missing",
      (id: string) => db().campaign.update({ where: { id }, data: { distributionPermittedBy: null } }),
    ],
    ["deadline-past", (id: string) => db().campaign.update({ where: { id }, data: { deadlineAt: new Date(0) } })],
  ] as const)("is refused for %s, and changes nothing", async (code, spoil) => {
    const id = await readyDraft();
    await spoil(id);
    const codes = (await getReadiness(actor, id)).filter(({ weight }) => weight === "blocks").map((one) => one.code);
    expect(codes).toContain(code);
    await expect(publishCampaign(actor, id)).rejects.toThrow(new Refusal("not-ready"));
    expect(await row(id)).toMatchObject({ state: "draft", publishedAt: null });
    expect(await db().revision.count({ where: { campaignId: id, publishedAt: { not: null } } })).toBe(0);
  });

  test("is refused while a name it says, a picture it shows or the press it goes to has no consent", async () => {
    const id = await readyDraft();
    await db().campaign.update({ where: { id }, data: { distribution: "press" } });
    const { person } = world;
    const picture = await makePicture(world.campaign, { shows: [person.id] });
    await db().revision.updateMany({ where: { campaignId: id }, data: { pictureId: picture.id } });
    await db().appealText.updateMany({ where: of(id), data: { request: "Free Kim Chul-soo", pictureAlt: "He" } });
    expect((await getReadiness(actor, id)).map(({ code, room, about }) => [code, room, about])).toEqual([
      ["name-consent-missing", "case", "Kim Chul-soo"],
      ["picture-consent-missing", "case", "Kim Chul-soo"],
      ["press-consent-missing", "case", "Kim Chul-soo"],
    ]);
    await expect(publishCampaign(actor, id)).rejects.toThrow(new Refusal("not-ready"));
    await makeConsent(person, "name", "picture", "press");
    await publishCampaign(actor, id);
    expect((await row(id)).state).toBe("live");
  });

  test("is not stopped by what is only worth a look", async () => {
    const id = await readyDraft();
    await db().sampleLetter.deleteMany({ where: { ...of(id), language: "ar" } });
    await db().address.updateMany({ where: { recipientId: world.ambassador.id }, data: { status: "dead" } });
    expect((await getReadiness(actor, id)).map(({ code, weight }) => `${weight} ${code}`).toSorted()).toEqual([
      "advice address-missing",
      "advice letter-language-missing",
    ]);
    await publishCampaign(actor, id);
    expect((await row(id)).state).toBe("live");
  });
});

function of(campaignId: string) {
  return { revision: { campaignId } };
}

test("resuming looks at what is published, not at what is being written", async () => {
  await pauseCampaign(actor, world.campaign.id);
  const { organisationId, id: campaignId } = world.campaign;
  await db().revision.create({ data: { id: crypto.randomUUID(), organisationId, campaignId, number: 2 } });
  await resumeCampaign(actor, campaignId);
  await pauseCampaign(actor, campaignId);
  await db().sampleLetter.deleteMany({ where: { revisionId: world.revision.id } });
  await expect(resumeCampaign(actor, campaignId)).rejects.toThrow(new Refusal("not-ready"));
  expect((await row()).state).toBe("paused");
});

test("what never was published comes out of the archive as a draft", async () => {
  const id = await duplicateCampaign(actor, world.campaign.id);
  await archiveCampaign(actor, id);
  await restoreCampaign(actor, id);
  expect((await row(id)).state).toBe("draft");
});

test("the list leaves the archive out and counts it", async () => {
  const draft = await duplicateCampaign(actor, world.campaign.id);
  const old = await duplicateCampaign(actor, world.campaign.id);
  await archiveCampaign(actor, old);
  expect((await listCampaigns(actor, { limit: 5 })).campaigns.map(({ id }) => id)).toEqual([draft, world.campaign.id]);
  expect((await listCampaigns(actor, { state: "archived", limit: 5 })).campaigns.map(({ id }) => id)).toEqual([old]);
  expect(await countCampaigns(actor)).toEqual({ live: 1, draft: 1, archived: 1 });
});

function past(): Date {
  return new Date(Date.now() - 1000);
}

function future(): Date {
  return new Date(Date.now() + 3_600_000);
}

async function ends(deadlineAt: Date): Promise<void> {
  await db().campaign.update({ where: { id: world.campaign.id }, data: { deadlineAt, deadlineZone: "UTC" } });
}

describe("a deadline", () => {
  const typed = {
    name: "Ann Example",
    email: "ann@signers.test",
    country: "FR",
    body: "I ask you not to send him back.",
    disclosure: "full",
  };
  const draft = () =>
    draftSignature({ slug: world.campaign.slug, language: "en", typed, partner: "", network: "192.0.2.0/24" });

  test("that has passed closes an open campaign and leaves an event; a paused one and a later one stay", async () => {
    await ends(past());
    const [paused, later] = [await makeWorld(), await makeWorld()];
    await db().campaign.update({ where: { id: paused.campaign.id }, data: { deadlineAt: past(), state: "paused" } });
    await db().campaign.update({ where: { id: later.campaign.id }, data: { deadlineAt: future() } });
    expect(await closeDueCampaigns()).toBe(1);
    expect((await row()).state).toBe("closed");
    expect((await row(paused.campaign.id)).state).toBe("paused");
    expect((await row(later.campaign.id)).state).toBe("live");
    expect(await events()).toMatchObject([{ action: "campaign.deadline", accountId: null }]);
    expect(await closeDueCampaigns()).toBe(0);
    await expect(reopenCampaign(actor, world.campaign.id)).rejects.toThrow(new Refusal("not-ready"));
  });

  test("holds also when no worker runs: nobody signs, and the page is closed", async () => {
    await ends(future());
    const check = await draft();
    expect((await findAppeal(world.campaign.slug))?.state).toBe("live");
    await ends(past());
    await expect(signAppeal(check)).rejects.toThrow(new Refusal("campaign-closed"));
    await expect(draft()).rejects.toThrow(new Refusal("campaign-closed"));
    expect((await findAppeal(world.campaign.slug))?.state).toBe("closed");
    expect((await listOpenAppeals()).appeals.map(({ id }) => id)).not.toContain(world.campaign.id);
    expect(await db().signature.count({ where: { campaignId: world.campaign.id } })).toBe(0);
  });

  test("does not undo a signature made before: it can be confirmed until the campaign is closed", async () => {
    const check = await draft();
    await signAppeal(check);
    await ends(past());
    await confirmSignature(makeToken("confirm", readToken("check", check) ?? ""));
    expect(await db().signature.count({ where: { campaignId: world.campaign.id, state: "confirmed" } })).toBe(1);
  });
});
