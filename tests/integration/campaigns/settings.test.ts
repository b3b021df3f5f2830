import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { duplicateCampaign } from "@/lib/campaigns/duplicate";
import { openDraftRevision } from "@/lib/campaigns/draft-revision";
import { publishRevision } from "@/lib/campaigns/publish-revision";
import { findAppeal } from "@/lib/campaigns/queries";
import { getReadiness } from "@/lib/campaigns/readiness";
import { resumeCampaign } from "@/lib/campaigns/resume";
import { saveSettings } from "@/lib/campaigns/save-settings";
import { type Settings, settingsSchema } from "@/lib/campaigns/schema";
import { getSettings } from "@/lib/campaigns/settings";
import { withdrawConsent } from "@/lib/cases/withdraw-consent";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { makeConsent } from "@/tests/cases";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Actor;
let draft: string;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
  draft = await duplicateCampaign(actor, world.campaign.id);
});

async function typed(id: string, more: Partial<Settings> = {}): Promise<Settings> {
  const { slug, kind, followsId, distribution, defaultLanguage, deadlineAt, deadlineZone, goal, seen, ...rest } =
    await getSettings(actor, id);
  const { drip, officeHours, whenAmbiguous, prefersOwnClient, writing, sensitive, disclosures } = rest;
  const permitted = { permittedBy: rest.distributionPermittedBy ?? "", permittedAt: rest.distributionPermittedAt };
  const kept = { slug, kind, followsId, distribution, defaultLanguage, deadlineAt, deadlineZone, goal, seen };
  const leaving = { drip, officeHours, whenAmbiguous, prefersOwnClient };
  return { ...kept, ...leaving, writing, sensitive, disclosures, ...permitted, ...more };
}

const row = (id: string) => db().campaign.findUniqueOrThrow({ where: { id } });

test("settings of a draft are kept as they were typed", async () => {
  const form = settingsSchema.parse({
    seen: (await getSettings(actor, draft)).seen,
    slug: `free-him-${draft}`.slice(0, 60),
    kind: "further_information",
    followsId: world.campaign.id,
    distribution: "press",
    permittedBy: "his wife",
    permittedOn: "2026-11-01",
    defaultLanguage: "ar",
    deadlineDate: "2030-06-30",
    deadlineTime: "18:00",
    deadlineZone: "Asia/Shanghai",
    goal: "1500",
    drip: "yes",
    officeHours: "yes",
    whenAmbiguous: "hold",
    writing: "own",
    sensitive: "yes",
    disclosureFull: "yes",
    disclosureCounted: "yes",
    prefersOwnClient: "yes",
  });
  await saveSettings(actor, draft, form);
  expect(await row(draft)).toMatchObject({
    drip: true,
    officeHours: true,
    whenAmbiguous: "hold",
    prefersOwnClient: true,
    slug: form.slug,
    kind: "further_information",
    followsId: world.campaign.id,
    distribution: "press",
    distributionPermittedBy: "his wife",
    distributionPermittedAt: new Date("2026-11-01T00:00:00Z"),
    defaultLanguage: "ar",
    deadlineAt: new Date("2030-06-30T10:00:00Z"),
    deadlineZone: "Asia/Shanghai",
    goal: 1500,
    disclosures: ["full", "counted"],
  });
  expect(await db().auditEvent.count({ where: { subjectId: draft, action: "campaign.settings" } })).toBe(1);
});

test("who saves what was shown before somebody else's change is told so", async () => {
  const mine = await typed(draft, { goal: 100 });
  await saveSettings(actor, draft, await typed(draft, { goal: 200 }));
  await expect(saveSettings(actor, draft, mine)).rejects.toThrow(new Refusal("changed-meanwhile"));
  expect((await row(draft)).goal).toBe(200);
  const both = await Promise.all([typed(draft, { goal: 300 }), typed(draft, { goal: 400 })]);
  const all = await Promise.allSettled(both.map((one) => saveSettings(actor, draft, one)));
  expect(all.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("what saves by itself saves a draft, one save after the other, and never what holds at once", async () => {
  const how = { draftOnly: true };
  const seen = await saveSettings(actor, draft, await typed(draft, { goal: 100 }), how);
  expect(seen).toBe((await getSettings(actor, draft)).seen);
  await saveSettings(actor, draft, { ...(await typed(draft, { goal: 200 })), seen }, how);
  expect((await row(draft)).goal).toBe(200);
  const { id } = world.campaign;
  const published = await typed(id, { goal: 300 });
  await expect(saveSettings(actor, id, published, how)).rejects.toThrow(new Refusal("not-possible-now"));
  expect((await row(id)).goal).not.toBe(300);
});

test("a published campaign keeps its address, and somebody who permitted that it is seen", async () => {
  const { id, slug } = world.campaign;
  await saveSettings(actor, id, await typed(id, { slug: "another", goal: 9 }));
  expect(await row(id)).toMatchObject({ slug, goal: 9 });
  await expect(saveSettings(actor, id, await typed(id, { distribution: null }))).rejects.toMatchObject({
    issues: [{ path: ["distribution"], message: "published" }],
  });
  await expect(saveSettings(actor, id, await typed(id, { permittedBy: "", permittedAt: null }))).rejects.toMatchObject({
    issues: [{ path: ["permittedBy"], message: "published" }],
  });
});

test.each([
  ["slug", { slug: "" }, "required"],
  ["defaultLanguage", { defaultLanguage: "fr" }, "no-text"],
  ["followsId", { followsId: "00000000-0000-7000-8000-000000000000" }, "invalid"],
])("a wrong %s is said beside it", async (field, more, message) => {
  await expect(saveSettings(actor, draft, await typed(draft, more))).rejects.toMatchObject({
    issues: [{ path: [field], message }],
  });
});

test("an address another appeal has, a deadline that is past for an open one, and a circle of followers are refused", async () => {
  const past = { deadlineAt: new Date(Date.now() - 1000), deadlineZone: "UTC" };
  await expect(saveSettings(actor, draft, await typed(draft, { slug: world.campaign.slug }))).rejects.toMatchObject({
    issues: [{ path: ["slug"], message: "taken" }],
  });
  const { id } = world.campaign;
  await expect(saveSettings(actor, id, await typed(id, past))).rejects.toMatchObject({
    issues: [{ path: ["deadlineDate"], message: "past" }],
  });
  await saveSettings(actor, draft, await typed(draft, { ...past, followsId: id }));
  await expect(saveSettings(actor, id, await typed(id, { followsId: draft }))).rejects.toMatchObject({
    issues: [{ path: ["followsId"], message: "invalid" }],
  });
  const other = await makeWorld();
  await expect(saveSettings(actor, draft, await typed(draft, { followsId: other.campaign.id }))).rejects.toMatchObject({
    issues: [{ path: ["followsId"], message: "invalid" }],
  });
});

test("what is published goes to the press only with consent", async () => {
  const { id } = world.campaign;
  const { person } = world;
  await makeConsent(person, "name");
  await db().appealText.updateMany({
    where: { revisionId: world.revision.id },
    data: { request: "Free Kim Chul-soo" },
  });
  await expect(saveSettings(actor, id, await typed(id, { distribution: "press" }))).rejects.toMatchObject({
    issues: [{ path: ["distribution"], message: "consent" }],
  });
  expect((await row(id)).distribution).toBe("web");
  await makeConsent(person, "press");
  await saveSettings(actor, id, await typed(id, { distribution: "press" }));
  expect((await row(id)).distribution).toBe("press");
});

test("an archived campaign is left as it is", async () => {
  const form = await typed(draft);
  await db().campaign.update({ where: { id: draft }, data: { state: "archived" } });
  await expect(saveSettings(actor, draft, form)).rejects.toThrow(new Refusal("not-possible-now"));
});

test("an address that says a name leads out: after a withdrawal it changes, and the campaign goes on", async () => {
  const { id, organisationId } = world.campaign;
  const { person } = world;
  const slug = `free-kim-chul-soo-${draft.slice(-6)}`;
  const request = { request: "Free Kim Chul-soo" };
  await db().campaign.update({ where: { id }, data: { slug } });
  await db().appealText.updateMany({ where: { revisionId: world.revision.id, language: "en" }, data: request });
  await makeConsent(person, "name");
  expect((await getSettings(actor, id)).slugOpen).toBe(false);
  await saveSettings(actor, id, await typed(id, { slug: "another" }));
  expect((await row(id)).slug).toBe(slug);

  await withdrawConsent(actor, { personId: person.id, reason: "The family asked us" });
  const revisionId = await db().$transaction((tx) =>
    openDraftRevision(tx, { ...actor, organisationId, campaignId: id }),
  );
  await db().appealText.updateMany({ where: { revisionId, language: "en" }, data: { request: "Free him" } });
  expect((await getReadiness(actor, id)).map(({ code, room, about }) => [code, room, about])).toEqual([
    ["slug-consent-missing", "settings", "Kim Chul-soo"],
  ]);
  await expect(resumeCampaign(actor, id)).rejects.toThrow(new Refusal("not-ready"));
  expect((await getSettings(actor, id)).slugOpen).toBe(true);
  await expect(saveSettings(actor, id, await typed(id, { slug: "for-kim-chul-soo" }))).rejects.toMatchObject({
    issues: [{ path: ["slug"], message: "named" }],
  });
  const other = (await row(draft)).slug;
  await expect(saveSettings(actor, id, await typed(id, { slug: other }))).rejects.toMatchObject({
    issues: [{ path: ["slug"], message: "taken" }],
  });
  await saveSettings(actor, id, await typed(id, { slug: "", goal: 7 }));
  expect((await row(id)).slug).toBe(slug);

  const free = `free-him-${draft.slice(-6)}`;
  await saveSettings(actor, id, await typed(id, { slug: free }));
  expect((await getSettings(actor, id)).slugOpen).toBe(false);
  await publishRevision(actor, id, { note: "The name is withheld.", supersedes: false });
  await resumeCampaign(actor, id);
  expect(await findAppeal(slug)).toBeNull();
  expect((await findAppeal(free))?.state).toBe("live");
});
