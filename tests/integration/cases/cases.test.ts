import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { createCase } from "@/lib/cases/create";
import { getCase, listCases } from "@/lib/cases/queries";
import { recordConsent } from "@/lib/cases/record-consent";
import { removePerson } from "@/lib/cases/remove-person";
import { saveCase } from "@/lib/cases/save";
import { savePerson } from "@/lib/cases/save-person";
import { db } from "@/lib/db";
import { caseNow, consentOf, factsOf, makePerson, makePicture, personNow, personOf } from "@/tests/cases";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let actor: Awaited<ReturnType<typeof makeMember>>;

beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation);
});

test("a case is opened, found and changed", async () => {
  const id = await createCase(actor, factsOf({ title: "Taken again" }));
  await saveCase(
    actor,
    await caseNow(id),
    factsOf({ country: "KR", verifiedBy: "NKHR", verifiedOn: new Date("2026-11-01") }),
  );
  expect(await getCase(actor, id)).toMatchObject({
    title: "Taken from a consulate",
    country: "KR",
    verifiedBy: "NKHR",
  });
  expect((await listCases(actor, { limit: 5 })).cases.map((one) => [one.id, one.persons, one.campaigns])).toEqual([
    [id, [], 0],
    [world.campaign.caseId, ["Kim Chul-soo"], 1],
  ]);
});

test("what another member changed of a case meanwhile is not saved over", async () => {
  const of = await caseNow(world.campaign.caseId);
  const other = await makeMember(world.organisation);
  await saveCase(other, of, factsOf({ summary: "Seen in a lorry" }));
  const refused = { code: "changed-meanwhile" };
  await expect(saveCase(actor, of, factsOf({ title: "Mine" }))).rejects.toMatchObject(refused);
  expect(await getCase(actor, of.caseId)).toMatchObject({ summary: "Seen in a lorry" });
  const { seen } = await getCase(actor, of.caseId);
  await saveCase(actor, { ...of, seen }, factsOf({ title: "Mine" }));
  const saved = { action: "case.saved", subjectId: of.caseId };
  expect(await db().auditEvent.count({ where: saved })).toBe(2);
});

test("what another member changed of a person meanwhile is not saved over", async () => {
  const of = await personNow(world.person.id);
  const other = await makeMember(world.organisation);
  await savePerson(other, of, personOf({ note: "Her lawyer asks for silence." }));
  const refused = { code: "changed-meanwhile" };
  await expect(savePerson(actor, of, personOf({ pronoun: "they" }))).rejects.toMatchObject(refused);
  const [person] = (await getCase(actor, world.campaign.caseId)).persons;
  expect(person).toMatchObject({ note: "Her lawyer asks for silence.", pronoun: "he" });
  await savePerson(actor, { ...of, seen: person?.seen ?? "" }, personOf({ pronoun: "they" }));
});

test("of two saves of a person at the same moment one is refused", async () => {
  const of = await personNow(world.person.id);
  const other = await makeMember(world.organisation);
  const saves = await Promise.allSettled([
    savePerson(other, of, personOf({ note: "One" })),
    savePerson(actor, of, personOf({ note: "Other" })),
  ]);
  expect(saves.filter(({ status }) => status === "rejected")).toMatchObject([
    { reason: { code: "changed-meanwhile" } },
  ]);
});

test("people of another organisation are not taken into a case", async () => {
  const foreign = (await makeWorld()).campaign.caseId;
  await expect(savePerson(actor, { caseId: foreign }, personOf())).rejects.toMatchObject({ code: "not-found" });
  await expect(savePerson(actor, { caseId: "no uuid" }, personOf())).rejects.toMatchObject({ code: "not-found" });
});

test("several consents stand beside each other, each with an event", async () => {
  const { id } = world.person;
  await recordConsent(actor, id, consentOf("name"));
  await recordConsent(actor, id, consentOf("picture", "press"));
  const { persons } = await getCase(actor, world.campaign.caseId);
  expect(persons[0]?.consents.map(({ scopes }) => scopes).toSorted()).toEqual([["name"], ["picture", "press"]]);
  expect(await db().auditEvent.count({ where: { action: "consent.recorded", accountId: actor.accountId } })).toBe(2);
});

const remove = (id: string) => removePerson(actor, id);

describe("a person may be removed", () => {
  test("with their consents, as long as nothing published shows them", async () => {
    await recordConsent(actor, world.person.id, consentOf("name"));
    await remove(world.person.id);
    expect((await getCase(actor, world.campaign.caseId)).persons).toEqual([]);
    expect(await db().consent.count({ where: { personId: world.person.id } })).toBe(0);
  });

  test("not while a published text names them", async () => {
    const where = { revisionId: world.revision.id };
    await db().sampleLetter.updateMany({ where, data: { body: "Free 김철수." } });
    await expect(remove(world.person.id)).rejects.toMatchObject({ code: "not-possible-now" });
    await db().revision.update({ where: { id: world.revision.id }, data: { publishedAt: null } });
    await remove(world.person.id);
  });

  test("not while an outcome or the reason of a STOP names them", async () => {
    const { caseId, organisationId, id } = world.campaign;
    const outcome = { caseId, organisationId, happenedOn: new Date(), language: "en", recordedBy: actor.accountId };
    const row = { id: uuidv7(), ...outcome, text: "김철수 is free.", audience: "public" } as const;
    await db().outcome.create({ data: row });
    await expect(remove(world.person.id)).rejects.toMatchObject({ code: "not-possible-now" });
    await db().outcome.update({ where: { id: row.id }, data: { retractedAt: new Date() } });
    await db().campaign.update({ where: { id }, data: { stopReason: "김철수 asks for it." } });
    await expect(remove(world.person.id)).rejects.toMatchObject({ code: "not-possible-now" });
    await db().campaign.update({ where: { id }, data: { stopReason: null } });
    await remove(world.person.id);
  });

  test("not while a picture shows them", async () => {
    const other = await makePerson(world.campaign);
    await makePicture(world.campaign, { shows: [other.id] });
    await expect(remove(other.id)).rejects.toMatchObject({ code: "not-possible-now" });
    await remove(world.person.id);
  });
});
