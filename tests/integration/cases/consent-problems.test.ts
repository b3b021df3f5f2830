import { beforeEach, expect, test } from "vitest";
import { getWithheld } from "@/lib/campaigns/get-withheld";
import { asRead } from "@/lib/campaigns/schema";
import { listConsentProblems } from "@/lib/cases/consent-problems";
import { db } from "@/lib/db";
import type { PersonAtRisk } from "@/lib/generated/prisma/client";
import { makeConsent, makePerson, makePicture } from "@/tests/cases";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";

let world: World;
let person: PersonAtRisk;

beforeEach(async () => {
  world = await makeWorld();
  person = world.person;
});

const problems = () => listConsentProblems(db(), world.campaign.id, world.revision.id);

async function write(language: string, data: object): Promise<void> {
  await db().appealText.update({ where: { revisionId_language: { revisionId: world.revision.id, language } }, data });
}

test("nothing is missing where nobody is named or shown", async () => {
  expect(await problems()).toEqual([]);
});

test("the preview of who writes masks what the page masks, and tells no name to who may not read cases", async () => {
  const { campaign, organisation } = world;
  const writer = await makeMember(organisation, { role: "translator" });
  const withheld = await getWithheld(writer, campaign.id, "en");
  expect(asRead("Free Kim Chul-soo.", withheld)).toBe("Free [name withheld].");
  expect(asRead("[Kim Chul-soo](https://x.example)", withheld, true)).toContain(String.raw`\[name withheld\]`);
  const reader = await makeMember(organisation, { role: "analyst" });
  await db().member.update({ where: { id: reader.memberId }, data: { granted: ["manage"] } });
  expect((await getWithheld({ ...reader, granted: ["manage"] }, campaign.id, "en")).names.hidden).toEqual([]);
  await makeConsent(person, "name");
  expect(asRead("Free Kim Chul-soo.", await getWithheld(writer, campaign.id, "en"))).toBe("Free Kim Chul-soo.");
});

test.each([
  ["a text", "en", { body: "They hold **Kim Chul-soo** there." }],
  ["another language", "ar", { summary: "김철수" }],
  ["the alternative text of a picture", "en", { pictureAlt: "Kim chul soo at home" }],
])("a name in %s asks for consent to the name", async (_where, language, data) => {
  await write(language, data);
  expect(await problems()).toEqual([{ code: "name-consent-missing", person: "Kim Chul-soo" }]);
  await makeConsent(person, "picture", "press");
  expect(await problems()).toHaveLength(1);
  await makeConsent(person, "name");
  expect(await problems()).toEqual([]);
});

test("a name in a sample letter, or in the address of the appeal, counts as well", async () => {
  const missing = [{ code: "name-consent-missing", person: "Kim Chul-soo" }];
  const where = { revisionId: world.revision.id };
  await db().sampleLetter.updateMany({ where, data: { requests: ["Free Comrade K. now"] } });
  expect(await problems()).toEqual(missing);
  await db().sampleLetter.updateMany({ where, data: { requests: [] } });
  expect(await problems()).toEqual([]);
  await db().campaign.update({ where: { id: world.campaign.id }, data: { slug: `free-kim-chul-soo-${Date.now()}` } });
  expect(await problems()).toEqual([{ code: "slug-consent-missing", person: "Kim Chul-soo" }]);
});

test("a consent that was withdrawn counts no longer", async () => {
  await write("en", { title: "Kim Chul-soo" });
  const { id } = await makeConsent(person, "name");
  expect(await problems()).toEqual([]);
  await db().consent.update({ where: { id }, data: { withdrawnAt: new Date() } });
  expect(await problems()).toEqual([{ code: "name-consent-missing", person: "Kim Chul-soo" }]);
});

test("a picture asks for the consent of everybody it shows, also when its bytes are gone", async () => {
  const other = await makePerson(world.campaign, { publicName: null, originalScript: null, aliases: [] });
  const { id: pictureId } = await makePicture(world.campaign, { shows: [person.id, other.id], bytes: null });
  await db().revision.update({ where: { id: world.revision.id }, data: { pictureId } });
  await makeConsent(person, "picture");
  expect(await problems()).toEqual([{ code: "picture-consent-missing", person: "A person without a public name" }]);
});

test("the press asks for a consent of its own from whoever is named or shown", async () => {
  await db().campaign.update({ where: { id: world.campaign.id }, data: { distribution: "press" } });
  expect(await problems()).toEqual([]);
  const { id: pictureId } = await makePicture(world.campaign, { shows: [person.id] });
  await db().revision.update({ where: { id: world.revision.id }, data: { pictureId } });
  await makeConsent(person, "picture");
  expect(await problems()).toEqual([{ code: "press-consent-missing", person: "Kim Chul-soo" }]);
  await makeConsent(person, "press");
  expect(await problems()).toEqual([]);
});

test("people of another case are no matter", async () => {
  await write("en", { body: "Lee Young-hee" });
  await makePerson((await makeWorld()).campaign, { publicName: "Lee Young-hee" });
  expect(await problems()).toEqual([]);
});
