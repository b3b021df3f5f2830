import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { addLanguage } from "@/lib/campaigns/add-language";
import { approveCampaign } from "@/lib/campaigns/approve";
import { bringBackChange } from "@/lib/campaigns/bring-back";
import { listChanges } from "@/lib/campaigns/changes";
import { contentMark } from "@/lib/campaigns/content-mark";
import { duplicateCampaign } from "@/lib/campaigns/duplicate";
import { getLife } from "@/lib/campaigns/life";
import { publishCampaign } from "@/lib/campaigns/publish";
import { publishRevision } from "@/lib/campaigns/publish-revision";
import { publishScheduled } from "@/lib/campaigns/publish-scheduled";
import { removeLanguage } from "@/lib/campaigns/remove-language";
import { scheduleCampaign } from "@/lib/campaigns/schedule";
import { sendBackCampaign } from "@/lib/campaigns/send-back";
import { submitCampaign } from "@/lib/campaigns/submit";
import { unscheduleCampaign } from "@/lib/campaigns/unschedule";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { saveVersion } from "@/lib/letters/save-version";
import { saveOriginal } from "@/lib/originals/save";
import { detachRecipient } from "@/lib/recipients/detach-recipient";
import { addRule } from "@/lib/routing/add-rule";
import { ruleSchema } from "@/lib/routing/schema";
import { completeTasks } from "@/lib/tasks/complete-tasks";
import { countOpenTasks, listCampaignTasks, listDoneTasks, listOpenTasks } from "@/lib/tasks/queries";
import { originalNow, originalOf } from "@/tests/cases";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember, removeMember } from "@/tests/members";
import { makeEmbassy } from "@/tests/routing";

let world: World;
let writer: Actor;
let second: Actor;
let id: string;

beforeEach(async () => {
  world = await makeWorld({ organisation: { needsApproval: true } });
  writer = await makeMember(world.organisation, { role: "campaigner" });
  second = await makeMember(world.organisation, { role: "campaigner" });
  id = await duplicateCampaign(writer, world.campaign.id);
  const permitted = { distributionPermittedBy: "his family", distributionPermittedAt: new Date() };
  await db().campaign.update({ where: { id }, data: permitted });
});

const state = async (of = id) => (await db().campaign.findUniqueOrThrow({ where: { id: of } })).state;
const mark = (of = id) => contentMark(db(), of);
const kinds = async () => (await listOpenTasks(second)).map(({ kind }) => kind);
const hour = 3_600_000;
const later = () => ({ at: new Date(Date.now() + hour), zone: "Asia/Seoul" });
const due = () => db().$executeRaw`update campaigns set scheduled_at = now() where id = ${id}::uuid`;

async function approved(of = id): Promise<void> {
  await submitCampaign(writer, of);
  await approveCampaign(second, of, await mark(of));
}

// Whatever a member can change before it is published.
const edits: [string, (id: string) => Promise<unknown>][] = [
  ["a word of its page", (of) => db().appealText.updateMany({ where: ofRevision(of), data: { summary: "Other" } })],
  ["a word of its letter", (of) => db().sampleLetter.updateMany({ where: ofRevision(of), data: { body: "Other" } })],
  ["a language", (of) => addLanguage(writer, of, "fr")],
  ["a recipient", (of) => detachRecipient(writer, { campaignId: of, recipientId: world.ambassador.id })],
  [
    "an address",
    () => db().address.update({ where: { id: world.minister.addressId }, data: { retiredAt: new Date() } }),
  ],
  ["a salutation", () => db().recipientText.updateMany({ where: { language: "en" }, data: { salutation: "Sir," } })],
  ["a rule of whom signers write to", (of) => addRule(writer, of, ruleSchema.parse({ kind: "at_most", most: "1" }))],
  [
    "a version of its letter",
    (of) => saveVersion(writer, of, { key: "", name: "By fax", recipients: [world.ambassador.id] }),
  ],
  [
    "a word that must not be mentioned",
    (of) => db().campaign.update({ where: { id: of }, data: { doNotMention: ["x"] } }),
  ],
  ["its distribution", (of) => db().campaign.update({ where: { id: of }, data: { distribution: "press" } })],
  [
    "who it was written or forwarded by",
    async (of) => saveOriginal(writer, await originalNow(of), originalOf("", { forwarder: "AHRC" })),
  ],
  ["its deadline", (of) => db().campaign.update({ where: { id: of }, data: { deadlineAt: later().at } })],
];

function ofRevision(campaignId: string) {
  return { language: "en", revision: { campaignId } };
}

describe("where the organisation asks for a second member", () => {
  test("nothing is published without their word, and their word gives it free", async () => {
    await expect(publishCampaign(writer, id)).rejects.toThrow(new Refusal("not-approved"));
    await submitCampaign(writer, id);
    expect(await state()).toBe("in_review");
    expect(await kinds()).toEqual(["approve"]);
    await expect(publishCampaign(writer, id)).rejects.toThrow(new Refusal("not-approved"));
    expect((await getLife(second, id)).review).toMatchObject({ standing: "waiting", own: false, needed: true });
    await approveCampaign(second, id, await mark());
    expect(await kinds()).toEqual([]);
    expect((await getLife(writer, id)).review).toMatchObject({ standing: "approved", own: true });
    await publishCampaign(writer, id);
    expect(await state()).toBe("live");
  });

  test("who a rule leads to is approved by name and address, too", async () => {
    const embassy = await makeEmbassy(world.campaign, { represents: "CN", host: "JP" });
    await addRule(writer, id, ruleSchema.parse({ kind: "embassy", represents: "CN", fallback: world.minister.id }));
    await approved();
    await db().address.update({ where: { id: embassy.addressId }, data: { value: "other@mfa.example.org" } });
    await expect(publishCampaign(writer, id)).rejects.toThrow(new Refusal("not-approved"));
  });

  test("nobody approves what they submitted or edited last", async () => {
    await submitCampaign(writer, id);
    await expect(approveCampaign(writer, id, await mark())).rejects.toThrow(new Refusal("own-work"));
    await removeLanguage(second, id, "ar");
    await submitCampaign(writer, id);
    await expect(approveCampaign(second, id, await mark())).rejects.toThrow(new Refusal("own-work"));
    const third = await makeMember(world.organisation);
    await approveCampaign(third, id, await mark());
  });

  test.each(edits)("%s edited after approval makes it void", async (_what, edit) => {
    await approved();
    await edit(id);
    expect((await getLife(writer, id)).review.standing).toBe("void");
    await expect(publishCampaign(writer, id)).rejects.toThrow(Refusal);
    expect(await state()).toBe("in_review");
  });

  test("recipients that come back after approval make it void", async () => {
    await detachRecipient(writer, { campaignId: id, recipientId: world.ambassador.id });
    await approved();
    const [change] = (await listChanges(writer, id)).changes;
    await bringBackChange(writer, id, change?.id ?? "");
    expect((await getLife(writer, id)).review.standing).toBe("void");
    await expect(publishCampaign(writer, id)).rejects.toThrow(new Refusal("not-approved"));
  });

  test("what was edited since it was submitted, or since it was read, is not approved", async () => {
    await submitCampaign(writer, id);
    const seen = await mark();
    await removeLanguage(writer, id, "ar");
    await expect(approveCampaign(second, id, seen)).rejects.toThrow(new Refusal("changed-meanwhile"));
    await expect(approveCampaign(second, id, await mark())).rejects.toThrow(new Refusal("changed-meanwhile"));
    await submitCampaign(writer, id);
    await expect(approveCampaign(second, id, seen)).rejects.toThrow(new Refusal("changed-meanwhile"));
    await approveCampaign(second, id, await mark());
    expect(await db().review.count({ where: { campaignId: id, decision: "overtaken" } })).toBe(1);
  });

  test("an edit and an approval at the same moment never end in an approval of what nobody read", async () => {
    await submitCampaign(writer, id);
    const seen = await mark();
    await Promise.allSettled([approveCampaign(second, id, seen), removeLanguage(writer, id, "ar")]);
    await expect(publishCampaign(writer, id)).rejects.toThrow(new Refusal("not-approved"));
  });

  test("two members who approve at once do it once", async () => {
    await submitCampaign(writer, id);
    const [seen, third] = [await mark(), await makeMember(world.organisation)];
    const all = await Promise.allSettled([approveCampaign(second, id, seen), approveCampaign(third, id, seen)]);
    expect(all.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("sent back it is a draft again, with the reason and a task", async () => {
    await submitCampaign(writer, id);
    await sendBackCampaign(second, id, "The date is wrong.");
    expect(await state()).toBe("draft");
    expect(await kinds()).toEqual(["returned"]);
    expect((await getLife(writer, id)).review).toMatchObject({ standing: "returned", reason: "The date is wrong." });
    await expect(approveCampaign(second, id, await mark())).rejects.toThrow(new Refusal("not-possible-now"));
    await submitCampaign(writer, id);
    expect(await kinds()).toEqual(["approve"]);
  });

  test("a revision of a live campaign needs it too", async () => {
    const { id: live } = world.campaign;
    await expect(submitCampaign(writer, live)).rejects.toThrow(new Refusal("not-possible-now"));
    await removeLanguage(writer, live, "ar");
    const change = { note: "New facts", supersedes: false };
    await expect(publishRevision(writer, live, change)).rejects.toThrow(new Refusal("not-approved"));
    await approved(live);
    expect(await state(live)).toBe("live");
    await publishRevision(writer, live, change);
  });

  test("a stranger finds nothing to approve", async () => {
    await submitCampaign(writer, id);
    const stranger = await makeMember((await makeWorld()).organisation);
    await expect(approveCampaign(stranger, id, await mark())).rejects.toThrow(new Refusal("not-found"));
    expect(await countOpenTasks(stranger)).toBe(0);
    const [task] = await listCampaignTasks(second, id);
    const chosen = { which: "ticked", ids: [task?.id ?? ""] } as const;
    await expect(completeTasks(stranger, chosen)).rejects.toThrow(new Refusal("not-found"));
    await completeTasks(second, chosen);
    await completeTasks(second, chosen);
    expect(await listDoneTasks(second)).toMatchObject([{ kind: "approve", campaignId: id, doneBy: "Amal Haddad" }]);
  });
});

describe("a schedule", () => {
  test("publishes by the database's clock, and not before", async () => {
    await approved();
    await scheduleCampaign(writer, id, later());
    expect(await state()).toBe("scheduled");
    expect(await publishScheduled()).toEqual({ published: 0, failed: 0 });
    await due();
    expect(await publishScheduled()).toEqual({ published: 1, failed: 0 });
    expect(await db().campaign.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "live",
      scheduledAt: null,
      publishedAt: expect.any(Date) as Date,
    });
    expect(await db().revision.count({ where: { campaignId: id, publishedAt: null } })).toBe(0);
  });

  test("is kept once by two workers at once", async () => {
    await approved();
    await scheduleCampaign(writer, id, later());
    await due();
    const both = await Promise.all([publishScheduled(), publishScheduled()]);
    expect(both.reduce((sum, { published }) => sum + published, 0)).toBe(1);
  });

  test.each([
    ["something is missing", () => db().campaign.update({ where: { id }, data: { distribution: null } })],
    ["it was edited", () => removeLanguage(writer, id, "ar")],
    ["the member who scheduled it is gone", () => removeMember(writer)],
    [
      "that member may not publish now",
      () => db().member.update({ where: { id: writer.memberId }, data: { role: "analyst" } }),
    ],
  ])("fails when %s: a draft again, and a task", async (_why, spoil) => {
    await approved();
    await scheduleCampaign(writer, id, later());
    await spoil();
    await due();
    expect(await publishScheduled()).toEqual({ published: 0, failed: 1 });
    expect(await state()).toBe("draft");
    expect(await kinds()).toEqual(["schedule_failed"]);
    expect(await publishScheduled()).toEqual({ published: 0, failed: 0 });
  });

  test("needs a moment to come and an approval, and can be changed and cancelled", async () => {
    await expect(scheduleCampaign(writer, id, later())).rejects.toThrow(new Refusal("not-approved"));
    await approved();
    await expect(scheduleCampaign(writer, id, { at: new Date(0), zone: "UTC" })).rejects.toThrow(/past/);
    await scheduleCampaign(writer, id, later());
    await scheduleCampaign(second, id, { at: new Date(Date.now() + 2 * hour), zone: "UTC" });
    await unscheduleCampaign(writer, id);
    expect(await db().campaign.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "draft",
      scheduledAt: null,
    });
    await publishCampaign(writer, id);
  });
});
