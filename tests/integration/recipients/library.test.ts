import { getOffice } from "@/lib/recipients/office";
import { belongingsFingerprint } from "@/lib/recipients/changed";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { findAppeal } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { claimLetterRows } from "@/lib/delivery/claim.sql";
import { fenceRows } from "@/lib/delivery/fence.sql";
import { attachGroup } from "@/lib/recipients/attach-group";
import { attachRecipient } from "@/lib/recipients/attach-recipient";
import { liftRecipients } from "@/lib/recipients/lift-recipients";
import { createRecipient } from "@/lib/recipients/create-recipient";
import { silenceRecipients } from "@/lib/recipients/silence-recipients";
import { keepApart } from "@/lib/recipients/keep-apart";
import { proposeAgain } from "@/lib/recipients/propose-again";
import { listSharedAddresses } from "@/lib/recipients/shared-addresses";
import { listDuplicates } from "@/lib/recipients/duplicates";
import { editCell } from "@/lib/library/edit-cell";
import { listLibrary, listLibraryPage } from "@/lib/library/queries";
import { type CellField, hayOf, librarySchema } from "@/lib/library/schema";
import { recipientFields } from "@/lib/recipients/form";
import { getRecipient, listRecipients } from "@/lib/recipients/queries";
import { saveBelongings } from "@/lib/recipients/save-belongings";
import { recipientSchema } from "@/lib/recipients/schema";
import { makeToken } from "@/lib/privacy/links";
import { readDrifts } from "@/lib/reports/recount.sql";
import { getOwnSignature } from "@/lib/signatures/queries";
import { makeSignatures, makeWorld, type World } from "@/tests/factories";
import { makeGroup, makeOffices, ticked } from "@/tests/library";
import { makeMember } from "@/tests/members";
import { makeEmbassy } from "@/tests/routing";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

const input = (change: Record<string, string> = {}) =>
  recipientSchema.parse({
    languages: "en",
    "text-en-office": "Minister of Justice",
    "text-en-short": "Justice Minister",
    "text-en-salutation": "Dear Minister,",
    country: "CN",
    language: "en",
    holderStatus: "vacant",
    ...change,
  });

const minister = async () => (await listLibrary(actor))?.find(({ id }) => id === world.minister.id);

const edit = (field: CellField, value: string, seen: string) =>
  editCell(actor, { id: world.minister.id, field, value, seen });

describe("a cell", () => {
  test("is written where it belongs, and recorded", async () => {
    const { line, meanwhile } = await edit("short", " Foreign Minister ", "Minister of Foreign Affairs");
    expect(meanwhile).toBe(false);
    expect(line).toMatchObject({ short: "Foreign Minister", textLanguage: "en" });
    expect(await minister()).toEqual(line);
    const event = await db().auditEvent.findFirst({ where: { subjectId: world.minister.id } });
    expect(event).toMatchObject({ action: "recipient.saved", reason: "short" });
  });

  test("that cannot be so is refused at the cell, and nothing is changed", async () => {
    await expect(edit("email", "nobody", world.minister.address)).rejects.toMatchObject({
      issues: [{ path: ["email"], message: "email" }],
    });
    await expect(edit("country", "China", "CN")).rejects.toMatchObject({ issues: [{ message: "country" }] });
    expect(await minister()).toMatchObject({ email: world.minister.address, country: "CN" });
  });

  test("that another member wrote meanwhile keeps theirs, and says whose it is", async () => {
    const other = await makeMember(world.organisation);
    const id = world.minister.id;
    await editCell(other, { id, field: "body", value: "Foreign Ministry", seen: "" });
    const outcome = await edit("body", "Ministry of Foreign Affairs", "");
    expect(outcome).toMatchObject({ meanwhile: true, by: "Amal Haddad", line: { body: "Foreign Ministry" } });
    expect(await edit("body", "Foreign Ministry", "")).toMatchObject({ meanwhile: false });
    expect(await minister()).toMatchObject({ body: "Foreign Ministry" });
  });

  test("of two written at once is one of them, and the later one knows", async () => {
    const outcomes = await Promise.all(["One", "Two", "Three"].map((value) => edit("body", value, "")));
    expect(outcomes.filter(({ meanwhile }) => !meanwhile)).toHaveLength(1);
  });

  test("with an address makes a new one of it, which letters not sent take", async () => {
    await makeSignatures(world, 1);
    await edit("email", "office@justice.example", world.minister.address);
    const addresses = await db().address.findMany({
      where: { recipientId: world.minister.id },
      orderBy: { id: "asc" },
    });
    expect(addresses.map(({ value, retiredAt }) => [value, retiredAt === null])).toEqual([
      [world.minister.address, false],
      ["office@justice.example", true],
    ]);
    await edit("email", "", "office@justice.example");
    expect(await minister()).toMatchObject({ email: "", status: "" });
    expect(await readDrifts()).toEqual([]);
  });

  test("reads a number of an embassy as one of the country it stands in, as its form does", async () => {
    const { id } = await makeEmbassy(world.campaign, { represents: "CN", host: "KR" });
    const change = { id, field: "fax", value: "02-738-1046", seen: "" } as const;
    expect((await editCell(actor, change)).line.fax).toBe("+8227381046");
    expect(recipientFields(await getRecipient(actor, id))).toMatchObject({ country: "CN", host: "KR" });
  });

  test("holds tags, each once", async () => {
    await edit("tags", "asylum,  consular , asylum", "");
    expect(await minister()).toMatchObject({ tags: "asylum, consular" });
  });
});

/** An office in the government's house. */
async function move(title: string): Promise<string> {
  const address = { "address-0-channel": "email", "address-0-value": "registry@government.example" };
  return createRecipient(actor, input({ "text-en-office": title, country: "CN", ...address }));
}

async function sharedOne() {
  const [one, ...more] = await listSharedAddresses(actor);
  expect(more).toEqual([]);
  if (!one) throw new Error("no group");
  return one;
}

describe("the library", () => {
  test("narrows by every filter, and shows nothing of another organisation", async () => {
    const other = await makeWorld();
    const id = await createRecipient(actor, input({ country: "KR" }));
    const group = await makeGroup(world.organisation, [id]);
    await saveBelongings(
      actor,
      { recipientId: id, seen: belongingsFingerprint({ tags: [], groups: [group] }) },
      { tags: ["100%"], groups: [group] },
    );
    await db().address.update({ where: { id: world.minister.addressId }, data: { status: "failing" } });
    const page = async (filter: Record<string, string>) =>
      (await listLibraryPage(actor, librarySchema.parse(filter))).lines.map((line) => line.id);
    const { minister: m, ambassador: a } = world;
    expect(await page({})).toEqual([a.id, id, m.id]);
    expect(await page({ q: "100%" })).toEqual([id]);
    expect(await page({ q: "tang" })).toEqual([m.id]);
    expect(await page({ country: "KR" })).toEqual([id]);
    expect(await page({ q: "south korea" })).toEqual([id]);
    expect(((await listLibrary(actor)) ?? []).filter((line) => hayOf(line).includes("south korea"))).toMatchObject([
      { id },
    ]);
    expect(await page({ channel: "fax" })).toEqual([a.id]);
    expect(await page({ status: "failing" })).toEqual([m.id]);
    expect(await page({ status: "untried" })).toEqual([a.id]);
    await db().address.updateMany({ where: { recipientId: a.id }, data: { lastWorkedAt: new Date() } });
    expect(await page({ status: "untried" })).toEqual([]);
    expect(await page({ status: "working" })).toEqual([a.id]);
    expect(await page({ status: "none" })).toEqual([id]);
    expect(await page({ tag: "100%" })).toEqual([id]);
    expect(await page({ group })).toEqual([id]);
    expect(await page({ group: "x", status: "nonsense" })).toHaveLength(3);
    expect(JSON.stringify(await listLibrary(actor))).not.toContain(other.minister.id);
  });

  test("of more than the grid holds is no grid, but pages of all of them", async () => {
    await makeOffices(world.organisation, 20_000);
    expect(await listLibrary(actor)).toBeNull();
    const last = await listLibraryPage(actor, librarySchema.parse({ q: "office 20000" }));
    expect([last.total, last.lines.map(({ short }) => short)]).toEqual([1, ["Office 20000"]]);
  });

  test("tags that another member gave meanwhile are not saved over", async () => {
    const of = { recipientId: world.minister.id, seen: belongingsFingerprint({ tags: [], groups: [] }) };
    const group = await makeGroup(world.organisation, []);
    await saveBelongings(await makeMember(world.organisation), of, { tags: ["asylum"], groups: [group] });
    const stale = saveBelongings(actor, of, { tags: ["urgent"], groups: [] });
    await expect(stale).rejects.toMatchObject({ code: "changed-meanwhile" });
    const office = await getOffice(actor, world.minister.id);
    expect(office).toMatchObject({ tags: ["asylum"], groups: [group] });
    const seen = "belongingsSeen" in office ? office.belongingsSeen : "";
    await saveBelongings(actor, { ...of, seen }, { tags: ["urgent"], groups: [] });
  });

  test("refuses a group of another organisation", async () => {
    const group = await makeGroup((await makeWorld()).organisation);
    const save = saveBelongings(
      actor,
      { recipientId: world.minister.id, seen: belongingsFingerprint({ tags: [], groups: [] }) },
      { tags: [], groups: [group] },
    );
    await expect(save).rejects.toMatchObject({ code: "not-found" });
  });

  test("finds who may be the same office", async () => {
    await db().recipientText.deleteMany({ where: { recipientId: world.ambassador.id, language: "ar" } });
    const same = await createRecipient(
      actor,
      input({ "text-en-office": "minister of foreign affairs", holderName: "", country: "CN" }),
    );
    const address = { "address-0-channel": "fax", "address-0-value": world.ambassador.address };
    const fax = await createRecipient(actor, input({ country: "KR", ...address }));
    await createRecipient(actor, input({ "text-en-office": "Minister of Foreign Affairs", country: "JP" }));
    const pairs = (await listDuplicates(actor)).map(({ first, second, address: shared }) => [
      first.id,
      second.id,
      shared,
    ]);
    expect(pairs).toEqual([[world.minister.id, same, null]]);
    expect(await listSharedAddresses(actor)).toMatchObject([
      { value: world.ambassador.address, count: 2, offices: [{ id: world.ambassador.id }, { id: fax }], apart: false },
    ]);
  });

  describe("in one house", () => {
    const titles = ["Minister of Trade", "Minister of Health", "Minister of Labour"];
    let offices: string[];

    beforeEach(async () => {
      offices = [];
      for (const title of titles) offices.push(await move(title));
    });

    const pairsOf = async () => (await listDuplicates(actor)).filter(({ first }) => offices.includes(first.id));

    test("are one group and no pairs", async () => {
      expect(await pairsOf()).toEqual([]);
      const one = await sharedOne();
      expect(one).toMatchObject({ value: "registry@government.example", count: 3, apart: false, joined: false });
      expect(one.offices.map(({ id }) => id)).toEqual(offices.toSorted());
    });

    test("are kept apart once a member says so, until another joins or a member takes it back", async () => {
      const { id: address, seen } = await sharedOne();
      await keepApart(actor, { address, seen });
      expect(await sharedOne()).toMatchObject({ apart: true });
      await move("Minister of Finance");
      await expect(keepApart(actor, { address, seen })).rejects.toMatchObject({ code: "changed-meanwhile" });
      const more = await sharedOne();
      expect(more).toMatchObject({ apart: false, joined: true, count: 4 });
      await keepApart(actor, { address: more.id, seen: more.seen });
      await proposeAgain(actor, address);
      expect(await sharedOne()).toMatchObject({ apart: false, joined: false });
      await expect(proposeAgain(actor, address)).rejects.toMatchObject({ code: "not-found" });
      const said = await db().auditEvent.count({
        where: { organisationId: actor.organisationId, action: "address.kept-apart" },
      });
      expect(said).toBe(2);
    });

    test("with the same title are a pair, and no group", async () => {
      await db().recipientText.updateMany({
        where: { recipientId: { in: offices } },
        data: { office: "Minister of Trade" },
      });
      expect(await listSharedAddresses(actor)).toEqual([]);
      const pairs = await pairsOf();
      expect(pairs.map(({ address }) => address)).toEqual(
        Array.from({ length: 2 }, () => "registry@government.example"),
      );
    });
  });
});

test("a group is added to a campaign at once, without those that are there or not to be contacted", async () => {
  const [one, silent] = [await createRecipient(actor, input()), await createRecipient(actor, input())];
  await silenceRecipients(actor, ticked(silent), { reason: "They asked us." });
  const groupId = await makeGroup(world.organisation, [world.minister.id, one, silent]);
  const campaignId = world.campaign.id;
  expect(await attachGroup(actor, { campaignId, groupId })).toEqual({ added: 1, leftOut: 1 });
  const rows = await db().campaignRecipient.findMany({ where: { campaignId }, orderBy: { position: "asc" } });
  expect(rows.map(({ recipientId, position }) => [recipientId, position])).toEqual([
    [world.minister.id, 0],
    [world.ambassador.id, 1],
    [one, 2],
  ]);
  expect(await attachGroup(actor, { campaignId, groupId })).toEqual({ added: 0, leftOut: 1 });
});

describe("an office that is not to be contacted", () => {
  test("gets nothing, neither at the claim nor at the fence, until that is lifted", async () => {
    await makeSignatures(world, 1);
    const row = (await claimLetterRows(100, 60, false)).find(({ recipientId }) => recipientId === world.minister.id);
    if (!row) throw new Error("nothing was claimed");
    await makeSignatures(world, 1);
    await silenceRecipients(actor, ticked(world.minister.id), { reason: "They asked us." });
    const leaving = { row, to: "transmitting" as const, messageId: "m@x.test", sealedBytes: Buffer.from([1]) };
    expect(await fenceRows("letters", [leaving], 60)).toEqual([false]);
    expect(await claimed()).toBe(0);
    await liftRecipients(actor, ticked(world.minister.id));
    expect(await fenceRows("letters", [leaving], 60)).toEqual([true]);
    expect(await claimed()).toBe(1);
  });

  test("is nobody's recipient: not in the appeal, not offered, not added", async () => {
    await silenceRecipients(actor, ticked(world.minister.id), { reason: "They asked us." });
    const appeal = await findAppeal(world.campaign.slug);
    expect(appeal?.recipients.map(({ id }) => id)).toEqual([world.ambassador.id]);
    expect((await listRecipients(actor)).lines.map(({ id }) => id)).toEqual([world.ambassador.id]);
    const pair = { campaignId: world.campaign.id, recipientId: world.minister.id };
    await expect(attachRecipient(actor, pair)).rejects.toMatchObject({ code: "do-not-contact" });
    expect(await minister()).toMatchObject({ doNotContact: true });
  });

  test("is said to be unwanted to who still holds a letter to it, and to no other", async () => {
    const [signature] = await makeSignatures(world, 1);
    const unwanted = async () => {
      const { letters } = await getOwnSignature(makeToken("mine", signature?.id ?? ""));
      return letters.flatMap((letter) => (letter.unwanted ? [letter.recipient.id] : []));
    };
    expect(await unwanted()).toEqual([]);
    await silenceRecipients(actor, ticked(world.ambassador.id), { reason: "They threatened a writer." });
    expect(await unwanted()).toEqual([world.ambassador.id]);
    await liftRecipients(actor, ticked(world.ambassador.id));
    expect(await unwanted()).toEqual([]);
  });
});

async function claimed(): Promise<number> {
  return (await claimLetterRows(10, 60, false)).filter(({ organisationId }) => organisationId === actor.organisationId)
    .length;
}
