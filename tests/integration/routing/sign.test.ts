import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { letterViews } from "@/lib/letters/view";
import { makeToken, readToken } from "@/lib/privacy/links";
import { readDrifts } from "@/lib/reports/recount.sql";
import { listWrittenFrom } from "@/lib/routing/list-written-from";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { getConfirmation, getOwnSignature } from "@/lib/signatures/queries";
import { getReview } from "@/lib/signatures/review";
import { signAppeal } from "@/lib/signatures/sign";
import { makeWorld, type World } from "@/tests/factories";
import { makeEmbassy, makeRule, makeUnattached } from "@/tests/routing";

let world: World;
let people = 0;

beforeEach(async () => {
  world = await makeWorld();
});

function draft(country: string): Promise<string> {
  people += 1;
  const typed = {
    name: "Ann Example",
    email: `ann-${people}@signers.test`,
    country,
    body: "I ask you not to send him back.",
    ownWords: "I am a teacher.",
    disclosure: "full" as const,
  };
  return draftSignature({ slug: world.campaign.slug, language: "en", typed, partner: "", network: "192.0.2.0/24" });
}

/** What the check page shows of each letter: recipient and reason. */
async function shown(check: string): Promise<[string, string | undefined][]> {
  const review = await getReview(check);
  if (!review.signer) throw new Error("the draft has faults");
  return letterViews(review, "en").map(({ key, reason }) => [key, reason?.kind]);
}

async function confirm(check: string): Promise<string[]> {
  await signAppeal(check);
  const id = readToken("check", check) ?? "";
  const link = makeToken("confirm", id);
  const waiting = await getConfirmation(link);
  await confirmSignature(link);
  const letters = await db().letter.findMany({ where: { submissionId: id }, orderBy: { id: "asc" } });
  const to = letters.map(({ recipientId }) => recipientId);
  expect(waiting.state === "pending" && waiting.recipients.map((one) => one.id)).toEqual(to);
  return to;
}

/** Signs and confirms; the letters are those that stood on the check page. */
async function write(country: string): Promise<[string, string | undefined][]> {
  const check = await draft(country);
  const seen = await shown(check);
  expect(await confirm(check)).toEqual(seen.map(([recipient]) => recipient));
  expect(await readDrifts()).toEqual([]);
  return seen;
}

describe("a signer's letters, from the draft to the row", () => {
  test("without rules everybody attached is written to, and nothing is explained", async () => {
    const { minister, ambassador } = world;
    expect(await write("FR")).toEqual([
      [minister.id, undefined],
      [ambassador.id, undefined],
    ]);
  });

  test("an embassy nobody may contact counts as none: the fall-back is written to", async () => {
    const { campaign, minister } = world;
    const tokyo = await makeEmbassy(campaign, { represents: "CN", host: "JP" });
    await makeRule(campaign, "embassy", { represents: "CN", fallback: minister.id });
    await db().recipient.update({ where: { id: tokyo.id }, data: { doNotContactAt: new Date() } });
    expect(await write("JP")).toEqual([[minister.id, "fallback"]]);
  });

  test("an embassy that is nowhere, and nobody in its place, is named before and on the check page", async () => {
    const { campaign, minister } = world;
    await makeRule(campaign, "everyone", { recipients: [minister.id] });
    await makeRule(campaign, "embassy", { represents: "CN" });
    const review = await getReview(await draft("FR"));
    expect(review.signer && review.unmet).toEqual(["China"]);
    expect((await listWrittenFrom(campaign.slug, "FR", "fr"))?.unmet).toEqual(["Chine"]);
  });

  test("the ambassador in the signer's country, else the one accredited there, else the fall-back", async () => {
    const { campaign, minister } = world;
    const tokyo = await makeEmbassy(campaign, { represents: "CN", host: "JP", coversAlso: ["PW"] });
    await makeEmbassy(campaign, { represents: "KP", host: "KR" });
    await makeRule(campaign, "embassy", { represents: "CN", fallback: minister.id });
    expect(await write("JP")).toEqual([[tokyo.id, "embassy"]]);
    expect(await write("PW")).toEqual([[tokyo.id, "accredited"]]);
    expect(await write("KR")).toEqual([[minister.id, "fallback"]]);
  });

  test("by country, to the own government, at most so many, and never to who is excluded", async () => {
    const { campaign, minister, ambassador } = world;
    const france = await makeUnattached(campaign, "minister@fr.example.org", "FR");
    await makeRule(campaign, "countries", { countries: ["FR", "DE"], recipients: [ambassador.id] });
    await makeRule(campaign, "own_government", { recipients: [france.id] });
    await makeRule(campaign, "everyone");
    await makeRule(campaign, "at_most", { most: 2 });
    await makeRule(campaign, "exclude", { countries: ["DE"], recipients: [ambassador.id] });
    expect(await write("FR")).toEqual([
      [ambassador.id, "country"],
      [france.id, "own-government"],
    ]);
    expect(await write("DE")).toEqual([[minister.id, "everyone"]]);
    expect(await write("KR")).toEqual([
      [minister.id, "everyone"],
      [ambassador.id, "everyone"],
    ]);
  });

  test("copies go beside; where nobody is written to, the signature counts and no letter leaves", async () => {
    const { campaign, minister, ambassador } = world;
    await db().campaignRecipient.updateMany({ where: { recipientId: ambassador.id }, data: { role: "copy" } });
    await makeRule(campaign, "countries", { countries: ["FR"], recipients: [minister.id] });
    expect(await write("FR")).toEqual([
      [minister.id, "country"],
      [ambassador.id, "copy"],
    ]);
    expect(await write("JP")).toEqual([]);
    expect(await db().signature.count({ where: { campaignId: campaign.id, state: "confirmed" } })).toBe(2);
  });

  test("what stood on the check page is what leaves, whatever is changed meanwhile", async () => {
    const { campaign, minister } = world;
    const paris = await makeEmbassy(campaign, { represents: "CN", host: "FR" });
    const ruleId = await makeRule(campaign, "embassy", { represents: "CN", fallback: minister.id });
    const check = await draft("FR");
    await db().embassy.delete({ where: { id: paris.embassyId } });
    await db().routingRule.update({ where: { id: ruleId }, data: { removedAt: new Date() } });
    expect(await shown(check)).toEqual([[paris.id, "embassy"]]);
    expect(await confirm(check)).toEqual([paris.id]);
    const { signatureId } = await db().submission.findUniqueOrThrow({ where: { id: readToken("check", check) ?? "" } });
    const mine = await getOwnSignature(makeToken("mine", signatureId ?? ""));
    expect(mine.letters.map(({ recipient }) => recipient.id)).toEqual([paris.id]);
  });
});

describe("nobody else", () => {
  test("an embassy of another organisation is never written to", async () => {
    const { campaign, minister } = world;
    const other = await makeWorld();
    await makeEmbassy(other.campaign, { represents: "CN", host: "FR" });
    await makeRule(campaign, "embassy", { represents: "CN", fallback: minister.id });
    expect(await write("FR")).toEqual([[minister.id, "fallback"]]);
  });

  test("a sample is written to from an example, never for real", async () => {
    const { campaign, minister } = world;
    const sample = await makeEmbassy(campaign, { represents: "CN", host: "FR", sample: true });
    await makeRule(campaign, "embassy", { represents: "CN", fallback: minister.id });
    expect(await write("FR")).toEqual([[minister.id, "fallback"]]);
    await db().campaign.update({ where: { id: campaign.id }, data: { nature: "example" } });
    expect(await write("FR")).toEqual([[sample.id, "embassy"]]);
  });

  test("a sample that is attached by mistake is left out too", async () => {
    const { minister, ambassador } = world;
    await db().recipient.update({ where: { id: ambassador.id }, data: { sample: true } });
    expect(await write("FR")).toEqual([[minister.id, undefined]]);
  });
});
