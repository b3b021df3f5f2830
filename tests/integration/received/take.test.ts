import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { getReadiness } from "@/lib/campaigns/readiness";
import { findAppeal } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { getReceived } from "@/lib/received/queries";
import { discardReceived } from "@/lib/received/discard";
import { matchReceived } from "@/lib/received/match";
import { releaseWaiting } from "@/lib/recipients/release-waiting";
import { takeReceived } from "@/lib/received/take";
import { saveOriginal } from "@/lib/originals/save";
import { originalNow, originalOf } from "@/tests/cases";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { putLetters } from "@/tests/put-letters";
import { draftOf, makeProposed, makeReceived } from "@/tests/received";

let world: World;
let actor: Actor;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "campaigner" });
});

const decided = { "person-p1-fate": "at-risk" };

/** Saves fields of a draft and makes a campaign of it. */
async function take(id: string, typed: Record<string, string> = decided): Promise<string> {
  const received = await getReceived(actor, id);
  if ("campaignId" in received) throw new Error("a campaign was made of it already");
  const { seen, content } = received;
  return takeReceived(actor, id, { ...content.fields, ...typed, seen });
}

const campaignOf = (id: string) =>
  db().campaign.findUniqueOrThrow({
    where: { id },
    include: {
      original: true,
      case: { include: { persons: { include: { consents: true } } } },
      rules: true,
      recipients: {
        orderBy: { position: "asc" },
        include: { recipient: { include: { texts: true, addresses: true, holders: true } } },
      },
      revisions: { include: { texts: true, sampleLetters: true } },
    },
  });

async function fieldsInError(answer: Promise<unknown>): Promise<string[]> {
  const error = (await answer.catch((reason: unknown) => reason)) as { issues?: { path: string[]; message: string }[] };
  return (error.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

test("makes a draft with everything the appeal says, and publishes nothing", async () => {
  const campaign = await campaignOf(await take(await makeReceived(actor)));
  expect(campaign).toMatchObject({
    state: "draft",
    distribution: null,
    distributionPermittedBy: null,
    publishedAt: null,
    kind: "urgent_action",
    defaultLanguage: "en",
    deadlineZone: "Europe/Budapest",
    deadlineAt: new Date("2099-06-30T21:59:00Z"),
    case: { title: "The teacher Benedek Zsoldos", country: "HU" },
    original: {
      originator: "Harbour Watch",
      forwarder: "Oriel Tamsin",
      reference: "HW 17/2031",
      encoding: "utf-8",
      mediaType: "text/plain",
    },
  });
  // Somebody at risk is named in no address.
  expect(campaign.slug).not.toContain("zsoldos");
  expect(campaign.case.persons).toMatchObject([{ publicName: "Benedek Zsoldos", consents: [] }]);
  const [revision] = campaign.revisions;
  expect(revision?.texts).toMatchObject([
    {
      language: "en",
      title: "The teacher Benedek Zsoldos",
      request: "Please tell his family where he is.",
      body: "Benedek Zsoldos was taken from his school in the harbour town.\n\n- Close the \\<b>secret\\</b> prison.",
    },
  ]);
  expect(revision?.sampleLetters).toMatchObject([
    {
      language: "en",
      subject: "The teacher Benedek Zsoldos",
      opening: "{{salutation}}",
      closing: "Yours sincerely,\n\n{{name}}\n{{country}}",
      requests: ["Please tell his family where he is."],
    },
  ]);
  expect(campaign.recipients.map(({ role, recipient }) => [role, recipient.country])).toEqual([["to", "HU"]]);
  expect(campaign.recipients[0]?.recipient).toMatchObject({
    texts: [{ language: "en", office: "Minister of the Interior", salutation: "Dear Minister," }],
    holders: [{ name: "Imre Vadas" }],
  });
  expect(campaign.recipients[0]?.recipient.addresses.map(({ channel, value }) => [channel, value])).toEqual([
    ["email", "minister@interior.example.org"],
    ["fax", "+441632960123"],
  ]);
  expect(await findAppeal(campaign.slug)).toBeNull();
});

test("a confirmed person's consent is missing, and so is who may see it: both keep it from being published", async () => {
  const id = await take(await makeReceived(actor));
  const codes = (await getReadiness(actor, id)).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(["name-consent-missing", "distribution-missing"]));
});

test("where nobody was found, a member says that there is nobody, or adds somebody", async () => {
  const warnings = [
    { code: "no-letter", values: {}, lines: [] },
    { code: "no-person", values: {}, lines: [] },
  ];
  const id = await makeReceived(actor, { persons: [], warnings });
  expect(await fieldsInError(take(id, {}))).toEqual(["warning-w2-done: look"]);
  expect(await fieldsInError(take(id, { "warning-w1-done": "yes" }))).toEqual(["warning-w2-done: look"]);
  const campaign = await campaignOf(await take(id, { "warning-w2-done": "yes" }));
  expect(campaign.case.persons).toEqual([]);
});

test("nobody becomes a person at risk without a member's word, and every one needs it", async () => {
  const id = await makeReceived(actor);
  expect(await fieldsInError(take(id, {}))).toEqual(["person-p1-fate: decide"]);
  const campaign = await campaignOf(await take(id, { "person-p1-fate": "no" }));
  expect(campaign.case.persons).toEqual([]);
});

test("says of each field what has to be mended, and changes nothing", async () => {
  const id = await makeReceived(actor);
  const before = await db().campaign.count();
  const wrong = {
    ...decided,
    title: "",
    country: "",
    deadlineDate: "30 June",
    closing: "Yours {{constructor}}",
    "recipient-r1-becomes": "",
  };
  expect(await fieldsInError(take(id, wrong))).toEqual(
    expect.arrayContaining([
      "title: required",
      "country: required",
      "deadlineDate: invalid",
      "closing: unknown-field:constructor",
      "recipient-r1-becomes: decide",
    ]),
  );
  const address = { ...decided, "recipient-r1-a1-value": "nobody", "recipient-r1-a2-value": "12" };
  expect(
    await fieldsInError(
      take(id, { ...address, title: "T", country: "HU", deadlineDate: "", closing: "", "recipient-r1-becomes": "new" }),
    ),
  ).toEqual(["recipient-r1-a1-value: email", expect.stringMatching(/^recipient-r1-a2-value: fax/)]);
  expect(await db().campaign.count()).toBe(before);
});

test("done twice at once, it makes one campaign", async () => {
  const id = await makeReceived(actor);
  const { organisationId } = actor;
  const received = await getReceived(actor, id);
  if ("campaignId" in received) throw new Error("a campaign was made of it already");
  const { seen, content } = received;
  const fields = { ...content.fields, ...decided, seen };
  const before = await db().campaign.count({ where: { organisationId } });
  const made = await Promise.all([1, 2, 3].map(() => takeReceived(actor, id, fields)));
  expect(new Set(made).size).toBe(1);
  // Also when the button is pressed once more after that.
  expect(await takeReceived(actor, id, fields)).toBe(made[0]);
  expect(await db().campaign.count({ where: { organisationId } })).toBe(before + 1);
});

test("what was put aside, or changed meanwhile, makes none", async () => {
  const id = await makeReceived(actor);
  await expect(takeReceived(actor, id, { seen: "7" })).rejects.toMatchObject({ code: "changed-meanwhile" });
  await discardReceived(actor, id);
  await expect(takeReceived(actor, id, { seen: "1" })).rejects.toMatchObject({ code: "not-possible-now" });
});

test("a telephone gets no letter, and a copy is a copy", async () => {
  const [found] = draftOf().recipients;
  if (!found) throw new Error("the draft has a recipient");
  const telephone = { channel: "telephone" as const, value: "+441632960124", raw: "", lines: [22], confidence: 1 };
  const id = await makeReceived(actor, { recipients: [{ ...found, role: "copy", addresses: [telephone] }] });
  const [one] = (await campaignOf(await take(id))).recipients;
  expect([one?.role, one?.recipient.addresses]).toEqual(["copy", []]);
});

test("an embassy in the writer's country is a rule, beside which all others are written to", async () => {
  const campaign = await campaignOf(await take(await makeReceived(actor, { embassyOf: "HU" })));
  expect(campaign.rules.map(({ kind, represents }) => [kind, represents])).toEqual([
    ["everyone", null],
    ["embassy", "HU"],
  ]);
});

test("a recipient of the library is offered by address, office or holder, with what differs", async () => {
  const first = await campaignOf(await take(await makeReceived(actor)));
  const known = first.recipients[0]?.recipientId ?? "";
  const [found] = draftOf().recipients;
  if (!found) throw new Error("the draft has a recipient");
  const fax = { channel: "fax" as const, value: "+441632960999", raw: "", lines: [22], confidence: 1 };
  const changed = { ...found, name: "Zita Orsolya", addresses: [...found.addresses.slice(0, 1), fax] };
  const id = await makeReceived(actor, { recipients: [changed] });
  const { recipients } = await matchReceived(actor, id);
  expect(recipients.r1).toMatchObject([
    {
      id: known,
      why: "address",
      newAddresses: ["+44 1632 960999"],
      holder: { now: "Imre Vadas", read: "Zita Orsolya" },
    },
  ]);
  await take(id, {
    ...decided,
    "recipient-r1-becomes": known,
    "recipient-r1-addAddresses": "yes",
    "recipient-r1-newHolder": "yes",
  });
  const now = await db().recipient.findUniqueOrThrow({
    where: { id: known },
    include: { addresses: { orderBy: { position: "asc" } }, holders: { orderBy: { id: "asc" } } },
  });
  expect(now.addresses.map(({ value }) => value)).toEqual([
    "minister@interior.example.org",
    "+441632960123",
    "+441632960999",
  ]);
  // A new holder waits for a member's approval.
  expect(now.holders.map(({ name, approvedAt }) => [name, approvedAt !== null])).toEqual([
    ["Imre Vadas", true],
    ["Zita Orsolya", false],
  ]);
});

test("an address read in an appeal lets no letter of another campaign leave", async () => {
  const live = await makeWorld({ signers: 2 });
  const member = await makeMember(live.organisation, { role: "owner" });
  const where = { campaignId: live.campaign.id, recipientId: live.minister.id };
  await putLetters({ where, data: { state: "held", holdReason: "address" } });
  await db().address.update({ where: { id: live.minister.addressId }, data: { status: "dead" } });
  const id = await makeReceived(member);
  const received = await getReceived(member, id);
  if ("campaignId" in received) throw new Error("a campaign was made of it already");
  const { seen, content } = received;
  const known = { "recipient-r1-becomes": live.minister.id, "recipient-r1-addAddresses": "yes" };
  await takeReceived(member, id, { ...content.fields, ...decided, ...known, seen });
  expect(await db().address.count({ where: { recipientId: live.minister.id, status: "working" } })).toBeGreaterThan(0);
  expect(await db().letter.count({ where: { ...where, state: "held", holdReason: "address" } })).toBe(2);
  await releaseWaiting(member, live.minister.id);
  expect(await db().letter.count({ where: { ...where, state: "queued" } })).toBe(2);
});

test("a recipient of the library gets what it lacks unless a member says no, and keeps its holder unless one says so", async () => {
  const first = await campaignOf(await take(await makeReceived(actor)));
  const known = first.recipients[0]?.recipientId ?? "";
  const before = await db().address.count({ where: { recipientId: known } });
  const [found] = draftOf().recipients;
  if (!found) throw new Error("the draft has a recipient");
  const fax = { channel: "fax" as const, value: "+441632960998", raw: "", lines: [22], confidence: 1 };
  const id = await makeReceived(actor, { recipients: [{ ...found, name: "Zita Orsolya", addresses: [fax] }] });
  await take(id, { ...decided, "recipient-r1-becomes": known, "recipient-r1-addAddresses": "" });
  expect(await db().address.count({ where: { recipientId: known } })).toBe(before);
  const again = await makeProposed(actor, { recipients: [{ ...found, name: "Zita Orsolya", addresses: [fax] }] });
  await take(again, { ...decided, "recipient-r1-becomes": known });
  expect(await db().address.count({ where: { recipientId: known } })).toBe(before + 1);
  expect(await db().holder.count({ where: { recipientId: known } })).toBe(1);
});

test("one of another organisation, or that is not to be contacted, is not attached", async () => {
  const other = await makeWorld();
  const id = await makeReceived(actor);
  await expect(take(id, { ...decided, "recipient-r1-becomes": other.minister.id })).rejects.toMatchObject({
    code: "not-found",
  });
  await db().recipient.update({ where: { id: world.minister.id }, data: { doNotContactAt: new Date() } });
  await expect(take(id, { ...decided, "recipient-r1-becomes": world.minister.id })).rejects.toMatchObject({
    code: "do-not-contact",
  });
});

test("an earlier appeal with the same reference or person is offered, and the new one goes on from it", async () => {
  await saveOriginal(actor, await originalNow(world.campaign.id), originalOf("", { reference: "hw 17/2031" }));
  const id = await makeReceived(actor, { kind: "further_information" });
  const { earlier } = await matchReceived(actor, id);
  expect(earlier).toMatchObject([{ id: world.campaign.id, why: "reference", stopped: false }]);
  const campaign = await campaignOf(await take(id, { ...decided, follows: world.campaign.id }));
  expect(campaign).toMatchObject({
    followsId: world.campaign.id,
    caseId: world.campaign.caseId,
    kind: "further_information",
  });
  const again = await makeReceived(actor, { reference: null, kind: "stop" });
  const found = (await matchReceived(actor, again)).earlier;
  expect(found.map(({ why }) => why)).toEqual(["person", "person"]);
  expect(await db().campaign.findUniqueOrThrow({ where: { id: world.campaign.id } })).toMatchObject({
    stoppedAt: null,
  });
});

test("a person whom the case knows already is not added again", async () => {
  const first = await campaignOf(await take(await makeReceived(actor)));
  const second = await campaignOf(await take(await makeReceived(actor), { ...decided, follows: first.id }));
  expect(second.case.persons).toHaveLength(1);
});

test("an earlier campaign of another organisation is neither offered nor gone on from", async () => {
  const other = await makeWorld();
  const stranger = await makeMember(other.organisation);
  await saveOriginal(stranger, await originalNow(other.campaign.id), originalOf("", { reference: "HW 17/2031" }));
  const id = await makeReceived(actor);
  expect((await matchReceived(actor, id)).earlier).toEqual([]);
  expect(await fieldsInError(take(id, { ...decided, follows: other.campaign.id }))).toEqual(["follows: invalid"]);
});
