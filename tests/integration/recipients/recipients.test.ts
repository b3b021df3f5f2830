import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { findAppeal } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import type { CampaignState } from "@/lib/generated/prisma/enums";
import { addRecipient } from "@/lib/recipients/add-recipient";
import { attachRecipient } from "@/lib/recipients/attach-recipient";
import { detachRecipient } from "@/lib/recipients/detach-recipient";
import { recipientFields } from "@/lib/recipients/form";
import { moveRecipient } from "@/lib/recipients/move-recipient";
import { getRecipient, listCampaignRecipients, listRecipients } from "@/lib/recipients/queries";
import { saveRecipient } from "@/lib/recipients/save-recipient";
import { type RecipientInput, recipientSchema } from "@/lib/recipients/schema";
import { setRecipientRole } from "@/lib/recipients/set-recipient-role";
import { getCampaign } from "@/lib/campaigns/desk-queries";
import { makeToken } from "@/lib/privacy/links";
import { foldTallies } from "@/lib/reports/fold";
import { getOwnSignature } from "@/lib/signatures/queries";
import { makeCampaign, makeSignatures, makeWorld, type World } from "@/tests/factories";
import { makeOffices } from "@/tests/library";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

const form = {
  languages: "en",
  "text-en-office": "Minister of Justice of the United Kingdom",
  "text-en-short": "Minister of Justice",
  "text-en-salutation": "Dear Minister,",
  country: "GB",
  language: "en",
  holderStatus: "in_office",
  holderName: "Ann Example",
  "address-0-channel": "fax",
  "address-0-value": "01632 960124",
  "address-1-channel": "email",
  "address-1-value": "Justice@BÜCHER.example",
};

function input(change: Record<string, string> = {}): RecipientInput {
  return recipientSchema.parse({ ...form, ...change });
}

/** What the form of a recipient posts when a member opens it and changes only this. */
async function edited(id: string, change: Record<string, string>): Promise<RecipientInput> {
  const recipient = await getRecipient(actor, id);
  return recipientSchema.parse({ languages: "en", seen: recipient.seen, ...recipientFields(recipient), ...change });
}

async function order(): Promise<string[]> {
  return (await listCampaignRecipients(actor, world.campaign.id)).map(({ id }) => id);
}

async function events(action: string): Promise<{ subjectId: string | null; reason: string | null }[]> {
  return db().auditEvent.findMany({
    where: { action, organisationId: world.organisation.id },
    orderBy: { id: "asc" },
    select: { subjectId: true, reason: true },
  });
}

describe("a new recipient", () => {
  test("is written to last, with texts, holder and addresses as they were read", async () => {
    const id = await addRecipient(actor, world.campaign.id, input());
    expect(await order()).toEqual([world.minister.id, world.ambassador.id, id]);
    const recipient = await getRecipient(actor, id);
    expect(recipient).toMatchObject({ country: "GB", language: "en", timeZone: null, campaigns: 1 });
    expect(recipient.texts).toMatchObject([{ language: "en", short: "Minister of Justice" }]);
    expect(recipient.holders).toMatchObject([{ name: "Ann Example", status: "in_office", until: null }]);
    expect(recipient.holders[0]?.approvedAt).toBeInstanceOf(Date);
    expect(recipient.addresses).toMatchObject([
      { channel: "fax", value: "+441632960124", raw: "01632 960124", lane: "fax", position: 0 },
      {
        channel: "email",
        value: "Justice@xn--bcher-kva.example",
        raw: "Justice@BÜCHER.example",
        lane: "xn--bcher-kva.example",
        position: 1,
      },
    ]);
    expect(await events("recipient.added")).toEqual([{ subjectId: id, reason: world.campaign.id }]);
  });

  test("is shown with the address a letter takes: e-mail, though it stands second", async () => {
    const id = await addRecipient(actor, world.campaign.id, input());
    const line = (await listCampaignRecipients(actor, world.campaign.id)).find((one) => one.id === id);
    expect(line).toMatchObject({ role: "to", short: "Minister of Justice", languages: ["en"] });
    expect(line?.addresses).toMatchObject([
      { channel: "fax", shown: "+44 1632 960124", taken: false },
      { channel: "email", taken: true },
    ]);
    await saveRecipient(actor, id, await edited(id, { "address-1-status": "dead" }));
    const after = (await listCampaignRecipients(actor, world.campaign.id)).find((one) => one.id === id);
    expect(after?.addresses.map(({ taken }) => taken)).toEqual([true, false]);
  });

  test("may be vacant", async () => {
    const id = await addRecipient(actor, world.campaign.id, input({ holderStatus: "vacant", holderName: "" }));
    expect((await getRecipient(actor, id)).holders).toMatchObject([{ name: null, status: "vacant" }]);
  });

  test("is not added to an archived campaign", async () => {
    await db().campaign.update({ where: { id: world.campaign.id }, data: { state: "archived" } });
    await expect(addRecipient(actor, world.campaign.id, input())).rejects.toThrow("not-possible-now");
    expect(await db().recipient.count({ where: { organisationId: world.organisation.id } })).toBe(2);
  });
});

function move(recipientId: string, to: "up" | "down"): Promise<void> {
  return moveRecipient(actor, { campaignId: world.campaign.id, recipientId, to });
}

describe("the order", () => {
  let third: string;
  beforeEach(async () => {
    third = await addRecipient(actor, world.campaign.id, input());
  });

  test("changes by one place, and not beyond an end", async () => {
    const [first, second] = [world.minister.id, world.ambassador.id];
    await move(third, "up");
    expect(await order()).toEqual([first, third, second]);
    await move(first, "down");
    expect(await order()).toEqual([third, first, second]);
    await move(third, "up");
    await move(second, "down");
    expect(await order()).toEqual([third, first, second]);
  });

  test("is what the public page shows", async () => {
    await move(third, "up");
    const appeal = await findAppeal(world.campaign.slug);
    expect(appeal?.recipients.map(({ id }) => id)).toEqual([world.minister.id, third, world.ambassador.id]);
  });

  test("stays whole when two members move at once", async () => {
    await Promise.all([move(third, "up"), move(world.minister.id, "down"), move(third, "up")]);
    expect((await order()).toSorted()).toEqual([world.minister.id, world.ambassador.id, third].toSorted());
    const rows = await db().campaignRecipient.findMany({
      where: { campaignId: world.campaign.id },
      orderBy: { position: "asc" },
    });
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2]);
  });

  test("knows no recipient of another campaign", async () => {
    await expect(move(uuidv7(), "up")).rejects.toThrow("not-found");
  });
});

test("a role changes, once in the audit", async () => {
  const part = { campaignId: world.campaign.id, recipientId: world.ambassador.id };
  await setRecipientRole(actor, { ...part, role: "copy" });
  await setRecipientRole(actor, { ...part, role: "copy" });
  expect((await listCampaignRecipients(actor, world.campaign.id)).map(({ role }) => role)).toEqual(["to", "copy"]);
  expect(await events("recipient.copy")).toHaveLength(1);
  await expect(setRecipientRole(actor, { ...part, recipientId: uuidv7(), role: "to" })).rejects.toThrow("not-found");
});

describe("taking out and adding again", () => {
  test("closes the gap, keeps the recipient, and puts it last", async () => {
    const pair = { campaignId: world.campaign.id, recipientId: world.minister.id };
    await detachRecipient(actor, pair);
    expect(await order()).toEqual([world.ambassador.id]);
    expect((await listRecipients(actor, { but: world.campaign.id })).lines.map(({ id }) => id)).toEqual([
      world.minister.id,
    ]);
    await expect(detachRecipient(actor, pair)).rejects.toThrow("not-found");
    await attachRecipient(actor, pair);
    await attachRecipient(actor, pair);
    expect(await order()).toEqual([world.ambassador.id, world.minister.id]);
    expect((await listRecipients(actor, { but: world.campaign.id })).lines).toEqual([]);
    expect((await listRecipients(actor)).lines).toHaveLength(2);
  });

  test("works with a recipient of another campaign of the organisation, and of no other organisation", async () => {
    const other = await makeCampaign(world.organisation);
    await attachRecipient(actor, { campaignId: other.id, recipientId: world.minister.id });
    expect((await getRecipient(actor, world.minister.id)).campaigns).toBe(2);
    const foreign = await makeWorld();
    await expect(attachRecipient(actor, { campaignId: other.id, recipientId: foreign.minister.id })).rejects.toThrow(
      "not-found",
    );
    await expect(
      attachRecipient(actor, { campaignId: foreign.campaign.id, recipientId: world.minister.id }),
    ).rejects.toThrow("not-found");
    await expect(attachRecipient(actor, { campaignId: "x", recipientId: "y" })).rejects.toThrow("not-found");
    expect(await db().campaignRecipient.count({ where: { campaignId: { in: [other.id, foreign.campaign.id] } } })).toBe(
      3,
    );
  });
});

function becomes(state: CampaignState) {
  return db().campaign.update({ where: { id: world.campaign.id }, data: { state } });
}

function partOf(recipientId: string) {
  return { campaignId: world.campaign.id, recipientId };
}

describe("the last one a campaign is written to", () => {
  let first: string;
  let second: string;
  beforeEach(() => {
    first = world.minister.id;
    second = world.ambassador.id;
  });

  test.each(["live", "paused"] as const)("stays while the campaign is %s", async (state) => {
    await setRecipientRole(actor, { ...partOf(second), role: "copy" });
    await becomes(state);
    await expect(detachRecipient(actor, partOf(first))).rejects.toThrow("not-possible-now");
    await expect(setRecipientRole(actor, { ...partOf(first), role: "copy" })).rejects.toThrow("not-possible-now");
    await detachRecipient(actor, partOf(second));
    expect(await order()).toEqual([first]);
  });

  test("may go from a draft, and of two that are taken out at once one stays", async () => {
    const all = await Promise.allSettled([first, second].map((id) => detachRecipient(actor, partOf(id))));
    expect(all.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [last = ""] = await order();
    await becomes("draft");
    await detachRecipient(actor, partOf(last));
    expect(await order()).toEqual([]);
  });
});

describe("a saved recipient", () => {
  let id: string;
  beforeEach(async () => {
    id = await addRecipient(actor, world.campaign.id, input());
  });
  const holders = () => db().holder.findMany({ where: { recipientId: id }, orderBy: { id: "asc" } });

  test("keeps its holder when nothing of it changes", async () => {
    await saveRecipient(actor, id, await edited(id, { "text-en-short": "Justice Minister" }));
    expect(await holders()).toHaveLength(1);
    expect(await events("holder.changed")).toHaveLength(1);
  });

  test("closes the old holder's time when a new one comes, and keeps letters with the old", async () => {
    const [old] = await holders();
    await saveRecipient(actor, id, await edited(id, { holderName: "Ben Example", holderStatus: "acting" }));
    const [before, now, ...rest] = await holders();
    expect(rest).toEqual([]);
    expect(before).toMatchObject({ id: old?.id, name: "Ann Example", status: "in_office" });
    expect(before?.until).toBeInstanceOf(Date);
    expect(now).toMatchObject({ name: "Ben Example", status: "acting", until: null, approvedAt: null });
    const appeal = await findAppeal(world.campaign.slug);
    expect(appeal?.recipients.at(-1)?.holders).toMatchObject([{ id: now?.id }]);
  });

  test("retires an address that was changed or emptied, and never writes over one", async () => {
    const [fax, mail] = (await getRecipient(actor, id)).addresses;
    await saveRecipient(actor, id, await edited(id, { "address-0-value": "01632 960125", "address-1-value": "" }));
    const rows = await db().address.findMany({ where: { recipientId: id }, orderBy: { id: "asc" } });
    expect(rows).toMatchObject([
      { id: fax?.id, value: "+441632960124" },
      { id: mail?.id, value: "Justice@xn--bcher-kva.example" },
      { value: "+441632960125", raw: "01632 960125", retiredAt: null },
    ]);
    expect(rows.slice(0, 2).every(({ retiredAt }) => retiredAt instanceof Date)).toBe(true);
    expect((await events("address.retired")).map(({ subjectId }) => subjectId)).toEqual([fax?.id, mail?.id]);
    expect((await getRecipient(actor, id)).addresses.map(({ value }) => value)).toEqual(["+441632960125"]);
  });

  test("keeps an address that is only written otherwise, or elsewhere in the order", async () => {
    const [fax, mail] = (await getRecipient(actor, id)).addresses;
    const change = {
      "address-0-channel": "email",
      "address-0-value": "Justice@bücher.EXAMPLE",
      "address-1-channel": "fax",
      "address-1-value": "+44 (0)1632-960124",
    };
    await saveRecipient(actor, id, await edited(id, change));
    expect((await getRecipient(actor, id)).addresses.map((address) => address.id)).toEqual([mail?.id, fax?.id]);
    expect(await events("address.retired")).toEqual([]);
  });

  test("keeps a member's word on an address in the audit", async () => {
    const [fax] = (await getRecipient(actor, id)).addresses;
    await saveRecipient(actor, id, await edited(id, { "address-0-status": "dead" }));
    await saveRecipient(actor, id, await edited(id, {}));
    await saveRecipient(actor, id, await edited(id, { "address-0-status": "working" }));
    expect(await events("address.status")).toEqual([
      { subjectId: fax?.id, reason: "dead" },
      { subjectId: fax?.id, reason: "working" },
    ]);
  });

  test("drops the texts of a language that was emptied", async () => {
    const arabic = {
      "text-ar-office": "وزير العدل",
      "text-ar-short": "وزير العدل",
      "text-ar-salutation": "معالي الوزير،",
    };
    await saveRecipient(actor, id, await edited(id, { languages: "en ar", ...arabic }));
    expect((await getRecipient(actor, id)).texts.map(({ language }) => language)).toEqual(["ar", "en"]);
    const empty = Object.fromEntries(Object.keys(arabic).map((field) => [field, ""]));
    await saveRecipient(actor, id, await edited(id, { languages: "en ar", ...empty }));
    expect((await getRecipient(actor, id)).texts.map(({ language }) => language)).toEqual(["en"]);
  });

  test("is not written over by somebody who saw it as it was", async () => {
    const stale = await edited(id, { "text-en-short": "Mine" });
    await saveRecipient(actor, id, await edited(id, { "text-en-short": "Theirs" }));
    await expect(saveRecipient(actor, id, stale)).rejects.toThrow("changed-meanwhile");
    expect((await getRecipient(actor, id)).texts).toMatchObject([{ short: "Theirs" }]);
  });

  test("two at once: one is saved, the other told", async () => {
    const [one, other] = [await edited(id, { holderName: "One" }), await edited(id, { holderName: "Other" })];
    const results = await Promise.allSettled([saveRecipient(actor, id, one), saveRecipient(actor, id, other)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db().holder.count({ where: { recipientId: id, until: null } })).toBe(1);
  });
});

describe("letters that were signed", () => {
  test("stay with the holder they were written to and with a recipient that was taken out", async () => {
    const [signature] = await makeSignatures(world, 1);
    const own = async () => (await getOwnSignature(makeToken("mine", signature?.id ?? ""))).letters;
    const before = await own();
    const { id } = world.minister;
    await saveRecipient(actor, id, await edited(id, { languages: "en ar", holderName: "Somebody Else" }));
    await detachRecipient(actor, { campaignId: world.campaign.id, recipientId: id });
    const after = await own();
    expect(after.map(({ recipient }) => recipient.id)).toEqual([world.ambassador.id, id]);
    expect(after.find(({ recipient }) => recipient.id === id)?.recipient.holders).toMatchObject([
      { name: "Tang Jiaxuan" },
    ]);
    expect(after.map((letter) => letter.id).toSorted()).toEqual(before.map((letter) => letter.id).toSorted());
    await foldTallies();
    const { recipients } = await getCampaign(actor, world.campaign.id);
    expect(recipients.map((recipient) => recipient.id)).toEqual([world.ambassador.id, id]);
    expect(recipients[1]?.letters).toMatchObject([{ channel: "email", totals: { queued: 1 } }]);
  });
});

describe("among 10,000 recipients", () => {
  test("each is found by its words, in order, and can be attached", async () => {
    const { campaign, organisation } = world;
    await makeOffices(organisation, 10_000);
    const find = (q?: string) => listRecipients(actor, { but: campaign.id, ...(q !== undefined && { q }) });
    const first = await find();
    expect(first.total).toBe(10_000);
    expect(first.lines).toHaveLength(50);
    expect(first.lines.map(({ short }) => short).slice(0, 2)).toEqual(["Office 00001", "Office 00002"]);
    const before = performance.now();
    const { total, lines } = await find("kenya 09876");
    expect(performance.now() - before).toBeLessThan(1000);
    expect([total, lines.map(({ short }) => short)]).toEqual([1, ["Office 09876"]]);
    expect((await find("09876@MINISTRY")).total).toBe(1);
    expect((await find("0987")).lines.map(({ short }) => short)).toContain("Office 09879");
    expect((await find("Head of% office_")).total).toBe(0);
    const [{ id } = { id: "" }] = lines;
    await attachRecipient(actor, { campaignId: campaign.id, recipientId: id });
    expect(await order()).toContain(id);
    expect(await find("kenya 09876")).toMatchObject({ total: 0, lines: [] });
  });
});
