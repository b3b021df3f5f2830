import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { bringBackChange } from "@/lib/campaigns/bring-back";
import { listChanges } from "@/lib/campaigns/changes";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { getEdition } from "@/lib/campaigns/edition";
import { removeVersion } from "@/lib/letters/remove-version";
import { saveVersion } from "@/lib/letters/save-version";
import { saveLetterWatch } from "@/lib/letters/save-watch";
import { watchMark } from "@/lib/letters/watch";
import { attachRecipient } from "@/lib/recipients/attach-recipient";
import { detachRecipient } from "@/lib/recipients/detach-recipient";
import { mergeRecipients } from "@/lib/recipients/merge-recipients";
import { moveRecipient } from "@/lib/recipients/move-recipient";
import { setRecipientRole } from "@/lib/recipients/set-recipient-role";
import { silenceRecipients } from "@/lib/recipients/silence-recipients";
import { addRule } from "@/lib/routing/add-rule";
import { moveRule } from "@/lib/routing/move-rule";
import { getRouting } from "@/lib/routing/queries";
import { removeRule } from "@/lib/routing/remove-rule";
import { ruleMark } from "@/lib/routing/rule-shape";
import { saveRule } from "@/lib/routing/save-rule";
import { ruleFields, ruleSchema } from "@/lib/routing/schema";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { makeUnattached } from "@/tests/routing";

let world: World;
let id: string;
let ann: Actor;
let ben: Actor;

beforeEach(async () => {
  await begin();
});

async function begin(state: "live" | "draft" = "live"): Promise<void> {
  world = await makeWorld({ campaign: { state, ...(state === "draft" && { publishedAt: null }) } });
  id = world.campaign.id;
  [ann, ben] = [await makeMember(world.organisation), await makeMember(world.organisation)];
  await call(world.minister.id, "The minister");
  await call(world.ambassador.id, "The ambassador");
}

async function call(recipientId: string, short: string): Promise<void> {
  await db().recipientText.updateMany({ where: { recipientId }, data: { short } });
}

async function makeDeputy(): Promise<string> {
  const deputy = await makeUnattached(world.campaign, "deputy@mfa.example.org", "KR");
  await call(deputy.id, "The deputy");
  return deputy.id;
}

async function changes(actor = ann) {
  return (await listChanges(actor, id)).changes;
}

/** The newest change comes back to what stood before it. */
async function undoLast(): Promise<void> {
  const [change] = await changes();
  await bringBackChange(ann, id, change?.id ?? "");
}

async function list() {
  const rows = await db().campaignRecipient.findMany({ where: { campaignId: id }, orderBy: { position: "asc" } });
  return rows.map(({ recipientId, role, letterLimit }) => [recipientId, role, letterLimit]);
}

const rule = (form: Record<string, string>) => ruleSchema.parse(form);

async function rules() {
  return (await getRouting(ann, id)).rules;
}

const toMinister = () => rule({ kind: "countries", countries: "KR", [`recipient-${world.minister.id}`]: "yes" });

async function standing() {
  const edition = await getEdition(ann, id);
  return {
    versions: edition?.versions,
    standing: edition?.versionRecipients,
    letters: edition?.sampleLetters.map(({ version, language, body }) => [version, language, body]).toSorted(),
  };
}

async function silence(recipientId: string): Promise<void> {
  await silenceRecipients(ann, { which: "ticked", ids: [recipientId] }, { reason: "They asked us" });
}

/** As undoing an import does with those nobody uses. */
async function remove(recipientId: string): Promise<void> {
  const where = { recipientId };
  await db().recipientText.deleteMany({ where });
  await db().holder.deleteMany({ where });
  await db().address.deleteMany({ where });
  await db().recipient.delete({ where: { id: recipientId } });
}

describe("recipients", () => {
  test("come back as they were, with order, part and limit; that is a change of its own, which can be taken back too", async () => {
    const { minister, ambassador } = world;
    const deputy = await makeDeputy();
    const campaign = await db().campaign.findUniqueOrThrow({ where: { id } });
    const seen = watchMark(campaign);
    const { doNotMention: words, refuseMissing } = campaign;
    await saveLetterWatch(ann, id, { words, refuseMissing, seen, limits: { [ambassador.id]: 900 } });
    const before = await list();
    await setRecipientRole(ben, { campaignId: id, recipientId: ambassador.id, role: "copy" });
    await moveRecipient(ben, { campaignId: id, recipientId: minister.id, to: "down" });
    await attachRecipient(ben, { campaignId: id, recipientId: deputy });
    const after = await list();
    await undoLast();
    expect(await list()).toEqual(before);
    expect(before).toEqual([
      [minister.id, "to", null],
      [ambassador.id, "to", 900],
    ]);
    expect((await changes())[0]).toMatchObject({ part: "recipients", what: "broughtBack", notBack: [] });
    await undoLast();
    expect(await list()).toEqual(after);
    const events = await db().auditEvent.findMany({ where: { reason: id, subjectId: deputy }, orderBy: { id: "asc" } });
    expect(events.map(({ action }) => action)).toEqual(["recipient.added", "recipient.taken-out", "recipient.added"]);
  });

  test("who are not to be contacted or were removed since stay out; the page says so before and after", async () => {
    const deputy = await makeDeputy();
    const mission = (await makeUnattached(world.campaign, "mission@mfa.example.org")).id;
    await call(mission, "The mission");
    for (const recipientId of [deputy, mission]) await attachRecipient(ann, { campaignId: id, recipientId });
    for (const recipientId of [deputy, mission]) await detachRecipient(ben, { campaignId: id, recipientId });
    await silence(deputy);
    await remove(mission);
    const lost = [
      { name: "The deputy (KR)", why: "do-not-contact" },
      { name: "The mission (CN)", why: "gone" },
    ];
    expect((await changes())[0]).toMatchObject({ mayReturn: true, wouldNot: lost, notBack: [] });
    const before = await list();
    await undoLast();
    expect(await list()).toEqual(before);
    expect((await changes())[0]).toMatchObject({ what: "broughtBack", notBack: lost, fields: [] });
  });

  test("who were merged since come back as the one that stayed", async () => {
    const deputy = await makeDeputy();
    await detachRecipient(ann, { campaignId: id, recipientId: world.ambassador.id });
    await mergeRecipients(ann, { stays: deputy, goes: world.ambassador.id });
    const note = { name: "The ambassador (CN)", why: "merged", into: "The deputy (KR)" };
    expect((await changes())[0]?.wouldNot).toEqual([note]);
    await undoLast();
    expect(await list()).toEqual([
      [world.minister.id, "to", null],
      [deputy, "to", null],
    ]);
    expect((await changes())[0]?.notBack).toEqual([note]);
  });

  test("do not come back where a live campaign would be written to nobody, nor into the archive", async () => {
    await begin("draft");
    const [one, other] = [world.minister.id, world.ambassador.id];
    await setRecipientRole(ann, { campaignId: id, recipientId: one, role: "copy" });
    await detachRecipient(ann, { campaignId: id, recipientId: other });
    await setRecipientRole(ben, { campaignId: id, recipientId: one, role: "to" });
    await db().campaign.update({ where: { id }, data: { state: "live", publishedAt: new Date() } });
    await expect(undoLast()).rejects.toThrow(new Refusal("not-possible-now"));
    expect(await list()).toEqual([[one, "to", null]]);
    await db().campaign.update({ where: { id }, data: { state: "archived" } });
    expect((await changes())[0]?.mayReturn).toBe(false);
    await expect(undoLast()).rejects.toThrow(new Refusal("not-possible-now"));
  });

  test("do not come back where all who were written to are not to be contacted by now, nor is the last other taken out", async () => {
    const deputy = await makeDeputy();
    await detachRecipient(ann, { campaignId: id, recipientId: world.ambassador.id });
    await attachRecipient(ben, { campaignId: id, recipientId: deputy });
    await silence(world.minister.id);
    const before = await list();
    await expect(undoLast()).rejects.toThrow(new Refusal("not-possible-now"));
    await expect(detachRecipient(ann, { campaignId: id, recipientId: deputy })).rejects.toThrow(
      new Refusal("not-possible-now"),
    );
    expect(await list()).toEqual(before);
  });

  test("do not come back through who may only edit texts, nor from when they were kept in words alone", async () => {
    const translator = await makeMember(world.organisation, { role: "translator" });
    await moveRecipient(ann, { campaignId: id, recipientId: world.minister.id, to: "down" });
    const [change] = await changes(translator);
    expect(change?.mayReturn).toBe(false);
    await expect(bringBackChange(translator, id, change?.id ?? "")).rejects.toThrow(new Refusal("no-access"));
    await db().$executeRaw`update revision_changes set before = before - 'rows'`;
    expect((await changes())[0]?.mayReturn).toBe(false);
    await expect(undoLast()).rejects.toThrow(new Refusal("not-possible-now"));
  });
});

describe("routing rules", () => {
  test("stand in the history in sentences, each time somebody changes them, for those who may change them", async () => {
    await addRule(ann, id, rule({ kind: "everyone" }));
    const ruleId = await addRule(ben, id, toMinister());
    expect((await changes())[0]).toMatchObject({
      part: "rules",
      what: "changed",
      revision: null,
      mayReturn: true,
      fields: [{ field: "rules", was: "", is: "2. From South Korea: to The minister (CN)\n" }],
    });
    await moveRule(ann, { campaignId: id, ruleId, to: "up" });
    const [first] = await rules();
    if (!first) throw new Error("no rule");
    const seen = ruleMark(first);
    await saveRule(ben, { campaignId: id, ruleId, seen }, rule({ ...ruleFields(first), countries: "KR, JP" }));
    await removeRule(ann, { campaignId: id, ruleId });
    expect((await changes()).map(({ part }) => part)).toEqual(Array.from({ length: 5 }, () => "rules"));
    const translator = await makeMember(world.organisation, { role: "translator" });
    expect(await changes(translator)).toEqual([]);
  });

  test("come back as they were, in their order, under their ids", async () => {
    await addRule(ann, id, rule({ kind: "everyone" }));
    await addRule(ann, id, toMinister());
    const before = await rules();
    const [everyone = "", some = ""] = before.map(({ id: ruleId }) => ruleId);
    await removeRule(ben, { campaignId: id, ruleId: some });
    await addRule(ben, id, rule({ kind: "at_most", most: "1" }));
    await moveRule(ben, { campaignId: id, ruleId: everyone, to: "down" });
    const after = await rules();
    await undoLast();
    expect(await rules()).toEqual(before);
    expect((await changes())[0]).toMatchObject({ part: "rules", what: "broughtBack" });
    await undoLast();
    expect(await rules()).toEqual(after);
  });

  test("do not pick again who is not to be contacted; nor come back where none would be left", async () => {
    await begin("draft");
    const deputy = await makeDeputy();
    const ruleId = await addRule(
      ann,
      id,
      rule({ kind: "everyone", [`recipient-${deputy}`]: "yes", [`recipient-${world.minister.id}`]: "yes" }),
    );
    await removeRule(ben, { campaignId: id, ruleId });
    await silence(deputy);
    await undoLast();
    expect((await rules()).map(({ recipients }) => recipients)).toEqual([[world.minister.id]]);
    const lost = [{ name: "The deputy (KR)", why: "do-not-contact" }];
    expect((await changes())[0]).toMatchObject({ what: "broughtBack", notBack: lost });
    await removeRule(ben, { campaignId: id, ruleId });
    await silence(world.minister.id);
    const [last] = await changes();
    expect(last).toMatchObject({ mayReturn: false, wouldNot: [{ why: "do-not-contact" }, { why: "rule" }] });
    await expect(bringBackChange(ann, id, last?.id ?? "")).rejects.toThrow(new Refusal("not-possible-now"));
    expect(await rules()).toEqual([]);
  });

  test("name the office that stayed, and say so in the history of each campaign that named the other", async () => {
    const deputy = await makeDeputy();
    await addRule(ann, id, rule({ kind: "everyone" }));
    await addRule(ben, id, rule({ kind: "embassy", represents: "CN", fallback: deputy }));
    await mergeRecipients(ann, { stays: world.minister.id, goes: deputy });
    expect((await changes())[0]).toMatchObject({ part: "rules", fields: [{ field: "rules" }] });
    await undoLast();
    expect((await rules())[1]?.fallback).toBe(world.minister.id);
    expect((await changes())[0]).toMatchObject({ notBack: [{ why: "merged", into: "The minister (CN)" }] });
  });

  test("do not come back where that leaves signers of a live campaign with nobody", async () => {
    await begin("draft");
    await addRule(ann, id, toMinister());
    await addRule(ben, id, rule({ kind: "everyone" }));
    await db().campaign.update({ where: { id }, data: { state: "live", publishedAt: new Date() } });
    await expect(undoLast()).rejects.toThrow(new Refusal("nobody-left"));
    expect(await rules()).toHaveLength(2);
  });
});

describe("versions of the letter", () => {
  test("stand in the history, and come back with the letters that were removed with them", async () => {
    const { minister, ambassador } = world;
    const key = await saveVersion(ann, id, { key: "", name: "By fax", recipients: [ambassador.id] });
    await db().sampleLetter.updateMany({ where: { version: key }, data: { body: "Only by fax" } });
    const before = await standing();
    expect((await changes())[0]).toMatchObject({
      part: "versions",
      revision: 2,
      mayReturn: true,
      fields: [{ field: "versions", was: "", is: "By fax: The ambassador (CN)\n" }],
    });
    await removeVersion(ben, id, key);
    await saveVersion(ben, id, { key: "", name: "By mail", recipients: [minister.id] });
    const [change] = (await changes()).filter(({ part }) => part === "versions");
    await bringBackChange(ann, id, change?.id ?? "");
    expect(await standing()).toEqual(before);
    expect((await changes()).find(({ part }) => part === "versions")?.what).toBe("broughtBack");
  });

  test("do not come back where nobody would be left for the letter to all others", async () => {
    const { minister, ambassador } = world;
    const key = await saveVersion(ann, id, { key: "", name: "By fax", recipients: [ambassador.id] });
    await removeVersion(ben, id, key);
    const [change] = (await changes()).filter(({ part }) => part === "versions");
    await detachRecipient(ben, { campaignId: id, recipientId: minister.id });
    await expect(bringBackChange(ann, id, change?.id ?? "")).rejects.toThrow(new Refusal("not-possible-now"));
    expect((await standing()).versions).toEqual([]);
  });

  test("come back though they were made, changed and removed within minutes by one member", async () => {
    const { ambassador } = world;
    const key = await saveVersion(ann, id, { key: "", name: "By fax", recipients: [ambassador.id] });
    await db().sampleLetter.updateMany({ where: { version: key }, data: { body: "Only by fax" } });
    const before = await standing();
    await removeVersion(ann, id, key);
    const [change] = (await changes()).filter(({ part }) => part === "versions");
    await bringBackChange(ann, id, change?.id ?? "");
    expect(await standing()).toEqual(before);
  });

  test("leave an office alone that one of theirs was merged into", async () => {
    const { ambassador, campaign } = world;
    const deputy = await makeDeputy();
    await attachRecipient(ann, { campaignId: id, recipientId: deputy });
    await saveVersion(ann, id, { key: "", name: "By fax", recipients: [deputy] });
    await mergeRecipients(ben, { stays: ambassador.id, goes: deputy });
    const other = await makeUnattached(campaign, "press@mfa.example.org", "KR");
    await attachRecipient(ann, { campaignId: id, recipientId: other.id });
    const before = await standing();
    await saveVersion(ben, id, { key: "", name: "Press", recipients: [other.id] });
    const [change] = (await changes()).filter(({ part }) => part === "versions");
    expect(change?.fields?.[0]?.was).not.toContain("The ambassador");
    expect(before.standing?.filter(({ recipientId }) => recipientId === ambassador.id)).toEqual([]);
    expect(change?.notBack).toEqual([]);
  });

  test("bring a letter in each language of the letter to all others, and in no other", async () => {
    const { ambassador } = world;
    const key = await saveVersion(ann, id, { key: "", name: "By fax", recipients: [ambassador.id] });
    await removeVersion(ben, id, key);
    await db().revisionChange.deleteMany({ where: { campaignId: id, part: "letter" } });
    const [change] = (await changes()).filter(({ part }) => part === "versions");
    await bringBackChange(ann, id, change?.id ?? "");
    const { letters = [] } = await standing();
    const of = (version: string) => letters.flatMap((one) => (one[0] === version ? [one.slice(1)] : []));
    expect(of(key)).toEqual(of(""));
    expect(of(key)).not.toEqual([]);
  });

  test("do not come back where nobody of them is left, and leave those of now alone", async () => {
    const { minister } = world;
    const deputy = await makeDeputy();
    await attachRecipient(ann, { campaignId: id, recipientId: deputy });
    const key = await saveVersion(ann, id, { key: "", name: "Deputies", recipients: [deputy] });
    await removeVersion(ben, id, key);
    const [change] = (await changes()).filter(({ part }) => part === "versions");
    await saveVersion(ann, id, { key: "", name: "By mail", recipients: [minister.id] });
    await detachRecipient(ben, { campaignId: id, recipientId: deputy });
    await db().versionRecipient.deleteMany({ where: { recipientId: deputy } });
    await remove(deputy);
    const before = await standing();
    await expect(bringBackChange(ann, id, change?.id ?? "")).rejects.toThrow(new Refusal("not-possible-now"));
    expect(await standing()).toEqual(before);
  });
});
