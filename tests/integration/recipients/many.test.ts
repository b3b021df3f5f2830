import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { librarySchema } from "@/lib/library/schema";
import type { ChosenRecipients } from "@/lib/recipients/choose-recipients";
import { groupRecipients } from "@/lib/recipients/group-recipients";
import { liftRecipients } from "@/lib/recipients/lift-recipients";
import { mergeRecipients } from "@/lib/recipients/merge-recipients";
import { silenceRecipients } from "@/lib/recipients/silence-recipients";
import { tagRecipients } from "@/lib/recipients/tag-recipients";
import { recipientActs, undoRecipients } from "@/lib/recipients/undo-recipients";
import { purgeUndos } from "@/lib/undo/purge";
import { findDone } from "@/lib/undo/queries";
import { makeWorld, type World } from "@/tests/factories";
import { makeGroup, makeOffices } from "@/tests/library";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
  await makeOffices(world.organisation, 60);
});

const inKenya = (count: number): ChosenRecipients => ({
  which: "all",
  filter: librarySchema.parse({ country: "KE" }),
  count,
});
const offices = () =>
  db().recipient.findMany({ where: { organisationId: actor.organisationId, country: "KE" }, orderBy: { id: "asc" } });
const tagged = (tag: string, { organisationId } = actor) =>
  db().recipient.count({ where: { organisationId, tags: { has: tag } } });
const silenced = () => db().recipient.findMany({ where: { ...ours(), doNotContactAt: { not: null } } });
const ours = () => ({ organisationId: actor.organisationId });
const told = (id: string) => findDone(actor, id, recipientActs);

async function firstOffices(count: number): Promise<string[]> {
  return (await offices()).slice(0, count).map(({ id }) => id);
}

describe("all that fit a filter", () => {
  test("are changed at once, without those that do not fit and those of another organisation", async () => {
    const theirs = await makeWorld();
    await makeOffices(theirs.organisation, 5);
    const id = await tagRecipients(actor, inKenya(60), { tag: "asylum", on: true });
    expect(await tagged("asylum")).toBe(60);
    expect(await tagged("asylum", { ...actor, organisationId: theirs.organisation.id })).toBe(0);
    expect(await offices()).toSatisfy((rows: { tags: string[] }[]) =>
      rows.every(({ tags }) => tags.join() === "asylum"),
    );
    expect(await told(id)).toEqual({
      id,
      act: "tagged",
      what: "asylum",
      chosen: 60,
      changed: 60,
      undone: false,
      takenBack: 0,
      undoable: true,
    });
    const events = await db().auditEvent.findMany({ where: { ...ours(), action: "recipients.tagged" } });
    expect(events).toMatchObject([{ accountId: actor.accountId, reason: "60/60 all?country=KE" }]);
  });

  test("that are another number than was shown are left alone", async () => {
    await expect(silenceRecipients(actor, inKenya(59), { reason: "No" })).rejects.toThrow(new Refusal("count-changed"));
    expect(await silenced()).toEqual([]);
    expect(await db().undo.count({ where: ours() })).toBe(0);
    expect(await db().auditEvent.count({ where: { ...ours(), action: { startsWith: "recipients." } } })).toBe(0);
  });
});

describe("those that were ticked", () => {
  test("are refused as a whole where one is another organisation's", async () => {
    const { minister } = await makeWorld();
    const ids = [...(await firstOffices(3)), minister.id];
    await expect(tagRecipients(actor, { which: "ticked", ids }, { tag: "x", on: true })).rejects.toThrow(
      new Refusal("not-found"),
    );
    expect(await tagged("x")).toBe(0);
  });

  test("cannot be put into another organisation's group", async () => {
    const groupId = await makeGroup((await makeWorld()).organisation);
    const ids = await firstOffices(1);
    await expect(groupRecipients(actor, { which: "ticked", ids }, { groupId, into: true })).rejects.toThrow(
      new Refusal("not-found"),
    );
    expect(await db().recipientGroupMember.count({ where: { groupId } })).toBe(0);
  });

  test("get no tag where one has as many as it can", async () => {
    const ids = await firstOffices(2);
    const tags = Array.from({ length: 20 }, (_, n) => `tag ${n}`);
    await db().recipient.update({ where: { id: ids[1] ?? "" }, data: { tags } });
    await expect(tagRecipients(actor, { which: "ticked", ids }, { tag: "x", on: true })).rejects.toMatchObject({
      issues: [{ path: ["bulkTag"], message: "too-many" }],
    });
    expect(await tagged("x")).toBe(0);
    await tagRecipients(actor, { which: "ticked", ids }, { tag: "tag 3", on: true });
    expect(await tagged("tag 3")).toBe(2);
  });
});

describe("what was done", () => {
  test("is taken back for exactly those it changed", async () => {
    const before = await firstOffices(4);
    await tagRecipients(actor, { which: "ticked", ids: before }, { tag: "asylum", on: true });
    const id = await tagRecipients(actor, inKenya(60), { tag: "asylum", on: true });
    expect(await told(id)).toMatchObject({ chosen: 60, changed: 56 });
    await undoRecipients(actor, id);
    const rows = await db().recipient.findMany({
      where: { ...ours(), tags: { has: "asylum" } },
      orderBy: { id: "asc" },
    });
    expect(rows.map((row) => row.id)).toEqual(before);
    expect(await told(id)).toMatchObject({ undone: true, changed: 56, takenBack: 56, undoable: false });
    await expect(undoRecipients(actor, id)).rejects.toThrow(new Refusal("undo-over"));
  });

  test("is not lifted from an office that was merged meanwhile", async () => {
    const [goes = "", stays = "", other = ""] = await firstOffices(3);
    const id = await silenceRecipients(actor, { which: "ticked", ids: [goes, other] }, { reason: "No" });
    await mergeRecipients(actor, { stays, goes });
    await undoRecipients(actor, id);
    const still = (await silenced()).map((row) => row.id);
    expect(still).toContain(stays);
    expect(still).not.toContain(other);
    expect(await told(id)).toMatchObject({ undone: true, takenBack: 1 });
  });

  test("with a tag taken off, and a group left and entered, is taken back", async () => {
    const ids = await firstOffices(3);
    const groupId = await makeGroup(world.organisation, ids.slice(0, 1));
    const chosen = { which: "ticked", ids } as const;
    const members = () => db().recipientGroupMember.count({ where: { groupId } });
    const into = await groupRecipients(actor, chosen, { groupId, into: true });
    expect(await members()).toBe(3);
    await undoRecipients(actor, into);
    expect(await members()).toBe(1);
    const out = await groupRecipients(actor, chosen, { groupId, into: false });
    expect(await members()).toBe(0);
    await undoRecipients(actor, out);
    expect(await members()).toBe(1);
    await tagRecipients(actor, { which: "ticked", ids: ids.slice(1) }, { tag: "a", on: true });
    const off = await tagRecipients(actor, chosen, { tag: "a", on: false });
    await undoRecipients(actor, off);
    expect((await offices()).slice(0, 3).map(({ tags }) => tags)).toEqual([[], ["a"], ["a"]]);
  });

  test("with “do not contact” keeps what was said before, also of offices that were merged", async () => {
    const [first = "", second = "", merged = ""] = await firstOffices(3);
    const earlier = { doNotContactAt: new Date("2026-01-02T03:04:05.678Z"), doNotContactReason: "Asked in January" };
    await db().recipient.update({ where: { id: first }, data: earlier });
    await db().recipient.update({ where: { id: merged }, data: { mergedIntoId: second } });
    const chosen = { which: "ticked", ids: [first, second] } as const;
    const id = await silenceRecipients(actor, chosen, { reason: "They moved" });
    expect(await db().recipient.findUnique({ where: { id: first } })).toMatchObject(earlier);
    for (const one of [second, merged]) {
      expect(await db().recipient.findUnique({ where: { id: one } })).toMatchObject({
        doNotContactReason: "They moved",
      });
    }
    await undoRecipients(actor, id);
    expect(await silenced()).toMatchObject([{ id: first }]);
    const lifted = await liftRecipients(actor, chosen);
    expect(await silenced()).toEqual([]);
    await undoRecipients(actor, lifted);
    expect(await silenced()).toMatchObject([{ id: first, ...earlier }]);
  });

  test("is not taken back where somebody decided otherwise since", async () => {
    const ids = await firstOffices(2);
    const id = await silenceRecipients(actor, { which: "ticked", ids }, { reason: "They moved" });
    const other = { doNotContactAt: new Date(), doNotContactReason: "Asked us today" };
    await db().recipient.update({ where: { id: ids[0] ?? "" }, data: other });
    await undoRecipients(actor, id);
    expect(await silenced()).toMatchObject([{ id: ids[0], ...other }]);
  });

  test("is the member's own for an hour, and then forgotten", async () => {
    const id = await tagRecipients(actor, inKenya(60), { tag: "asylum", on: true });
    const other = await makeMember(world.organisation);
    expect(await findDone(other, id, recipientActs)).toBeNull();
    await expect(undoRecipients(other, id)).rejects.toThrow(new Refusal("undo-over"));
    await db().undo.update({ where: { id }, data: { at: new Date(Date.now() - 3_600_001) } });
    expect(await told(id)).toMatchObject({ undoable: false });
    await expect(undoRecipients(actor, id)).rejects.toThrow(new Refusal("undo-over"));
    expect(await tagged("asylum")).toBe(60);
    expect(await purgeUndos()).toBeGreaterThan(0);
    expect(await told(id)).toBeNull();
  });

  test("with “do not contact” is taken back only by who may let letters leave", async () => {
    const id = await silenceRecipients(actor, inKenya(60), { reason: "They moved" });
    await db().member.update({ where: { id: actor.memberId }, data: { taken: ["send"] } });
    expect(await findDone({ ...actor, taken: ["send"] }, id, recipientActs)).toMatchObject({ undoable: false });
    await expect(undoRecipients(actor, id)).rejects.toThrow(new Refusal("no-access"));
    expect(await silenced()).toHaveLength(60);
  });
});

test("who may only read changes nothing", async () => {
  const analyst = await makeMember(world.organisation, { role: "analyst" });
  await expect(tagRecipients(analyst, inKenya(60), { tag: "x", on: true })).rejects.toThrow(new Refusal("no-access"));
  await expect(liftRecipients(analyst, inKenya(60))).rejects.toThrow(new Refusal("no-access"));
  expect(await tagged("x")).toBe(0);
});
