import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { discardRevision } from "@/lib/campaigns/discard-revision";
import { getEdition } from "@/lib/campaigns/edition";
import { getEditing } from "@/lib/campaigns/editing";
import { holdEditing } from "@/lib/campaigns/hold-editing";
import { leaveEditing } from "@/lib/campaigns/leave-editing";
import { publishScheduled } from "@/lib/campaigns/publish-scheduled";
import { publishRevision } from "@/lib/campaigns/publish-revision";
import { saveAppealText } from "@/lib/campaigns/save-appeal-text";
import { saveSettings } from "@/lib/campaigns/save-settings";
import { settingsSchema } from "@/lib/campaigns/schema";
import { getSettings } from "@/lib/campaigns/settings";
import { takeOverEditing } from "@/lib/campaigns/take-over-editing";
import { textMark } from "@/lib/campaigns/text-mark";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { removeLetterLanguage } from "@/lib/letters/remove-letter-language";
import { attachRecipient } from "@/lib/recipients/attach-recipient";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let id: string;
let ann: Actor;
let ben: Actor;

beforeEach(async () => {
  world = await makeWorld();
  id = world.campaign.id;
  [ann, ben] = [await makeMember(world.organisation), await makeMember(world.organisation)];
});

const beingEdited = new Refusal("being-edited");

async function shown(actor: Actor) {
  const text = (await getEdition(actor, id))?.texts.find(({ language }) => language === "en");
  if (!text) throw new Error("no text");
  const { title, request, summary, body, notice, writeHint } = text;
  const words = { title, request, summary, body, notice, writeHint };
  return { language: "en", seen: textMark(words), ...words };
}

async function save(actor: Actor, title: string): Promise<string> {
  return saveAppealText(actor, id, { ...(await shown(actor)), title });
}

/** As if whoever edits had given no sign of life for so long. */
async function age(seconds: number): Promise<void> {
  await db().$executeRaw`
    update edit_locks set since = since - make_interval(secs => ${seconds}), seen_at = seen_at - make_interval(secs => ${seconds})`;
}

async function holder(actor = ann): Promise<string | undefined> {
  return (await getEditing(actor, id))?.holder;
}

describe("one member edits at a time", () => {
  test("the first who asks holds it, and keeps it while signs of life come", async () => {
    expect(await getEditing(ann, id)).toBeNull();
    const held = await holdEditing(ann, id);
    expect(held).toMatchObject({ mine: true, holder: ann.accountId, name: "Amal Haddad" });
    expect(await holdEditing(ben, id)).toMatchObject({ mine: false, holder: ann.accountId });
    await age(100);
    const again = await holdEditing(ann, id);
    expect(again?.since.getTime()).toBeLessThan((held?.since.getTime() ?? 0) - 90_000);
    await age(100);
    expect(await holdEditing(ben, id)).toMatchObject({ mine: false });
  });

  test("of many who ask at once one gets it", async () => {
    const answers = await Promise.all([ann, ben, ann, ben, ben].map((actor) => holdEditing(actor, id)));
    expect(new Set(answers.map((one) => one?.holder)).size).toBe(1);
    expect(await db().editLock.count({ where: { campaignId: id } })).toBe(1);
  });

  test("two minutes without a sign of life end it, by the database's clock", async () => {
    await holdEditing(ann, id);
    await age(119);
    expect(await holder(ben)).toBe(ann.accountId);
    await age(2);
    expect(await holder(ben)).toBeUndefined();
    await save(ben, "Ben’s");
    expect(await holdEditing(ben, id)).toMatchObject({ mine: true });
    expect(await holdEditing(ann, id)).toMatchObject({ mine: false, holder: ben.accountId });
  });

  test("whoever leaves frees it, and nobody frees another’s", async () => {
    await holdEditing(ann, id);
    await leaveEditing(ben, id);
    expect(await holder()).toBe(ann.accountId);
    await leaveEditing(ann, id);
    expect(await holder()).toBeUndefined();
  });

  test("nobody holds an archived campaign", async () => {
    await db().campaign.update({ where: { id }, data: { state: "archived" } });
    expect(await holdEditing(ann, id)).toBeNull();
  });
});

describe("saving", () => {
  test("without having asked first works while nobody else edits, and locks nobody out", async () => {
    await save(ann, "Ann’s");
    await save(ben, "Ben’s");
    expect((await shown(ann)).title).toBe("Ben’s");
  });

  test("while another edits is refused, whatever is saved, and changes nothing", async () => {
    await save(ann, "Ann’s");
    await holdEditing(ann, id);
    const settings = settingsSchema.parse({
      seen: (await getSettings(ben, id)).seen,
      slug: "another",
      kind: "stop",
      defaultLanguage: "en",
      distribution: "web",
      permittedBy: "The family",
      permittedOn: "2026-01-01",
      disclosureFull: "yes",
    });
    const results = await Promise.allSettled([
      save(ben, "Ben’s"),
      saveSettings(ben, id, settings),
      removeLetterLanguage(ben, id, "ar"),
      attachRecipient(ben, { campaignId: id, recipientId: world.minister.id }),
      discardRevision(ben, id),
      publishRevision(ben, id, { note: "Half a sentence", supersedes: false }),
    ]);
    expect(results).toEqual(results.map(() => ({ status: "rejected", reason: beingEdited })));
    expect((await shown(ann)).title).toBe("Ann’s");
    expect(await getEdition(ann, id)).toMatchObject({ publishedAt: null });
  });

  test("is a sign of life", async () => {
    await holdEditing(ann, id);
    await age(110);
    await save(ann, "Ann’s");
    await age(110);
    expect(await holder()).toBe(ann.accountId);
  });

  test("by itself begins no new revision", async () => {
    const words = { ...(await shown(ann)), title: "By itself" };
    await expect(saveAppealText(ann, id, words, { draftOnly: true })).rejects.toThrow(
      new Refusal("published-meanwhile"),
    );
    const seen = await save(ann, "By hand");
    await saveAppealText(ann, id, { ...words, seen }, { draftOnly: true });
    expect((await shown(ann)).title).toBe("By itself");
    expect(await db().revision.count({ where: { campaignId: id } })).toBe(2);
  });
});

test("a scheduled campaign waits until nobody is in the middle of a sentence", async () => {
  const scheduled = {
    state: "scheduled",
    scheduledAt: new Date(Date.now() - 1000),
    scheduledBy: ann.memberId,
  } as const;
  await db().campaign.update({ where: { id }, data: scheduled });
  await holdEditing(ben, id);
  expect(await publishScheduled()).toEqual({ published: 0, failed: 0 });
  await age(121);
  expect(await publishScheduled()).toEqual({ published: 1, failed: 0 });
});

describe("taking over", () => {
  test("the earlier holder is told at the next sign of life and can save no more; it leaves an event", async () => {
    await holdEditing(ann, id);
    await takeOverEditing(ben, id, ann.accountId);
    expect(await holdEditing(ann, id)).toMatchObject({ mine: false, holder: ben.accountId });
    await expect(save(ann, "Ann’s")).rejects.toThrow(beingEdited);
    await save(ben, "Ben’s");
    const events = await db().auditEvent.findMany({ where: { subjectId: id, action: "campaign.taken-over" } });
    expect(events).toMatchObject([{ accountId: ben.accountId, reason: ann.accountId }]);
  });

  test("of two at once from the same member one has it, and the other learns whose it is", async () => {
    const cleo = await makeMember(world.organisation);
    await holdEditing(ann, id);
    const results = await Promise.allSettled([ben, cleo].map((actor) => takeOverEditing(actor, id, ann.accountId)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: beingEdited });
    const winner = results[0]?.status === "fulfilled" ? ben : cleo;
    expect(await holder()).toBe(winner.accountId);
    expect(await db().auditEvent.count({ where: { subjectId: id, action: "campaign.taken-over" } })).toBe(1);
  });

  test("from one who has left meanwhile is an ordinary beginning; what was read before is refused as stale", async () => {
    const stale = await shown(ben);
    await holdEditing(ann, id);
    await save(ann, "Ann’s");
    await leaveEditing(ann, id);
    await takeOverEditing(ben, id, ann.accountId);
    expect(await holder()).toBe(ben.accountId);
    expect(await db().auditEvent.count({ where: { subjectId: id, action: "campaign.taken-over" } })).toBe(0);
    await expect(saveAppealText(ben, id, { ...stale, title: "Ben’s" })).rejects.toThrow(
      new Refusal("changed-meanwhile"),
    );
  });
});
