import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/accounts/access";
import { duplicateCampaign } from "@/lib/campaigns/duplicate";
import { findAppeal, type Appeal } from "@/lib/campaigns/queries";
import { publishRevision } from "@/lib/campaigns/publish-revision";
import { db } from "@/lib/db";
import { getLetterDesk } from "@/lib/letters/desk";
import { editorLetter } from "@/lib/letters/editor";
import { strictestLimit } from "@/lib/letters/length";
import { listSheets } from "@/lib/letters/list-sheets";
import { saveSampleLetter } from "@/lib/letters/save-sample-letter";
import { saveVersion } from "@/lib/letters/save-version";
import { saveLetterWatch } from "@/lib/letters/save-watch";
import { sampleLetterSchema, watchSchema } from "@/lib/letters/schema";
import { getLetterWatch } from "@/lib/letters/watch";
import { draftSignature } from "@/lib/signatures/draft";
import { getReview, type Review } from "@/lib/signatures/review";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { makeEmbassy, makeRule } from "@/tests/routing";

let world: World;
let actor: Actor;
let seoul: string;
let people = 0;

/** The ambassador gets letters from everywhere; beside that the embassy of China, which stands in Seoul and Paris. */
beforeEach(async () => {
  world = await makeWorld();
  actor = await makeMember(world.organisation, { role: "owner" });
  seoul = (await makeEmbassy(world.campaign, { represents: "CN", host: "KR" })).id;
  await makeEmbassy(world.campaign, { represents: "CN", host: "FR" });
  await makeRule(world.campaign, "embassy", { represents: "CN", fallback: world.minister.id });
});

const placeholders = { name: "[name]", country: () => "[country]" };
const desk = () => getLetterDesk(actor, world.campaign.id, { asked: "en", defaultLanguage: "en" });

async function appeal(): Promise<Appeal> {
  const found = await findAppeal(world.campaign.slug);
  if (!found) throw new Error("no appeal");
  return found;
}

type More = Record<string, string> & { bodyLanguage?: string };

async function review(country: string, { bodyLanguage = "", ...more }: More = {}): Promise<Review> {
  people += 1;
  const typed = {
    name: "Zoë Martin",
    email: `zoe-${people}@signers.test`,
    country,
    body: "I ask you not to send him back.",
    disclosure: "full",
    ...more,
  };
  const of = { slug: world.campaign.slug, language: "en", partner: "", network: "192.0.2.0/24" };
  return getReview(await draftSignature({ ...of, typed, bodyLanguage }));
}

/** A published version for these, with a body and a fact of its own. */
async function publishVersion(recipients: string[]): Promise<string> {
  const key = await saveVersion(actor, world.campaign.id, { key: "", name: "Embassies", recipients });
  const { letter, seen } = await getLetterDesk(actor, world.campaign.id, {
    asked: "en",
    version: key,
    defaultLanguage: "en",
  });
  const change = { body: "I ask you, ambassador, about case 2026/117.", facts: "2026/117" };
  const input = sampleLetterSchema.parse({ ...letter, language: "en", seen, version: key, ...change });
  await saveSampleLetter(actor, world.campaign.id, input);
  await publishRevision(actor, world.campaign.id, { note: "", supersedes: false });
  return key;
}

test("an embassy that a rule reaches can stand in a version, and its letter is written in it", async () => {
  expect((await desk()).standing.map(({ recipient }) => recipient)).toContain(seoul);
  await publishVersion([seoul]);
  const found = await review("KR");
  if (!found.signer) throw new Error(JSON.stringify(found.issues));
  expect(found.letters.map(({ recipient, letter }) => [recipient.id, letter.text.includes("2026/117")])).toEqual([
    [seoul, true],
  ]);
  expect((await desk()).previews.map(({ recipient }) => recipient)).toContain(seoul);
});

test("the form shows its letter, so that a signer can change it", async () => {
  const key = await publishVersion([seoul]);
  const found = await appeal();
  const letter = editorLetter(found, "en", {}, { placeholders, sheets: await listSheets(found, "en") });
  expect(letter.versions).toMatchObject([{ key, more: 0, to: [expect.any(String)] }]);
  const changed = await review("KR", { bodies: JSON.stringify({ [key]: "In my own words, 2026/117." }) });
  expect("letters" in changed && changed.letters.map((one) => one.letter.text)).toEqual([
    expect.stringContaining("In my own words, 2026/117."),
  ]);
});

test("a text that was changed is told of where nobody who is written to gets it", async () => {
  const language = "ar";
  await db().recipient.updateMany({
    where: { id: { in: [world.minister.id, world.ambassador.id] } },
    data: { language },
  });
  const found = await appeal();
  const { bodyLanguage, body } = editorLetter(found, "en", {}, { placeholders, sheets: await listSheets(found, "en") });
  expect(bodyLanguage, "the embassies get it in English").toBe("en");
  const changed = "I ask you, in my own words, not to send him back.";
  const unused = async (country: string, typed: Record<string, string>) => {
    const its = await review(country, { bodyLanguage, ...typed });
    return "unused" in its && its.unused;
  };
  expect(await unused("KR", { body: changed })).toEqual([]);
  expect(await unused("IS", { body: changed })).toEqual([changed]);
  expect(await unused("IS", { body }), "nothing was changed").toEqual([]);
});

test("so is that of a version", async () => {
  const key = await publishVersion([seoul]);
  const changed = "In my own words, 2026/117.";
  const [korea, iceland] = [
    await review("KR", { bodies: JSON.stringify({ [key]: changed }) }),
    await review("IS", { bodies: JSON.stringify({ [key]: changed }) }),
  ];
  expect("unused" in korea && korea.unused).toEqual([]);
  expect("unused" in iceland && iceland.unused).toEqual([changed]);
});

test("of many embassies a few are named, and the rest is counted", async () => {
  const hosts = ["AT", "BE", "CH", "DE", "DK", "ES"];
  const more = await Promise.all(hosts.map((host) => makeEmbassy(world.campaign, { represents: "CN", host })));
  const key = await publishVersion([seoul, ...more.map(({ id }) => id)]);
  const found = await appeal();
  const letter = editorLetter(found, "en", {}, { placeholders, sheets: await listSheets(found, "en") });
  expect(letter.versions).toMatchObject([{ key, more: 4 }]);
  expect(letter.versions[0]?.to).toHaveLength(3);
  const shown = (await desk()).previews.filter(({ version }) => version === key);
  expect(shown).toHaveLength(3);
});

test("one that no rule reaches any more is not shown", async () => {
  await publishVersion([seoul]);
  await db().routingRule.updateMany({ where: { campaignId: world.campaign.id }, data: { removedAt: new Date() } });
  expect(await listSheets(await appeal(), "en")).toMatchObject([{ version: "", language: "en", more: 0 }]);
});

test("a fact that is missing in the letter to an embassy is told to those who write to it alone", async () => {
  const key = await publishVersion([seoul]);
  const typed = { bodies: JSON.stringify({ [key]: "I ask you to speak for him." }) };
  const [korea, france] = [await review("KR", typed), await review("FR", typed)];
  expect("missing" in korea && korea.missing).toEqual([{ kind: "fact", text: "2026/117" }]);
  expect("missing" in france && france.missing).toEqual([]);
});

test("a limit for those that rules reach is kept, told, and holds for who writes to them", async () => {
  const { seen, reached } = await getLetterWatch(actor, world.campaign.id);
  expect(reached).toEqual({ limit: null });
  await saveLetterWatch(actor, world.campaign.id, watchSchema.parse({ seen, "limit-reached-most": "120" }));
  expect((await getLetterWatch(actor, world.campaign.id)).reached).toEqual({ limit: 120 });
  expect(strictestLimit(await appeal(), "en")).toEqual({ most: 120, short: null });
  const long = { ownWords: "a".repeat(100) };
  expect((await review("KR", long)).issues).toMatchObject([{ field: "body", code: "too-long-for" }]);
  expect((await review("IS", long)).issues).toEqual([]);
});

test("a duplicate takes the limit along with the rules", async () => {
  await db().campaign.update({ where: { id: world.campaign.id }, data: { reachedLimit: 120 } });
  const copy = await duplicateCampaign(actor, world.campaign.id);
  expect((await getLetterWatch(actor, copy)).reached).toEqual({ limit: 120 });
});

test("a campaign without such rules has no such limit", async () => {
  await db().routingRule.deleteMany({ where: { campaignId: world.campaign.id } });
  await db().campaign.update({ where: { id: world.campaign.id }, data: { reachedLimit: 120 } });
  expect(await getLetterWatch(actor, world.campaign.id)).not.toHaveProperty("reached");
  expect(strictestLimit(await appeal(), "en")).toBeNull();
});
