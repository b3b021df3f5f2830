import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { POST } from "@/app/(site)/[locale]/check/[token]/sign/route";
import { db } from "@/lib/db";
import type { WritingWay } from "@/lib/generated/prisma/enums";
import { readToken } from "@/lib/privacy/links";
import { draftSignature } from "@/lib/signatures/draft";
import { getMending } from "@/lib/signatures/mending";
import { rerouteDraft } from "@/lib/signatures/reroute";
import { getReview } from "@/lib/signatures/review";
import { makeWorld, type World } from "@/tests/factories";

const first = "I ask you not to send him back.";
const newer = "He was sent back on 3 May. I ask you where he is.";
const changed = `Sir, ${first}`;
const story = "My grandmother fled across that river.";

let world: World;
let people = 0;

beforeEach(async () => {
  world = await makeWorld();
});

type Typed = Record<string, string>;

function draft(more: Typed = {}, revision?: number): Promise<string> {
  people += 1;
  const email = `ann-${people}@signers.test`;
  const typed = { name: "Ann Example", email, country: "FR", disclosure: "full", body: first, ...more };
  const network = `192.0.${people % 250}.0/24`;
  return draftSignature({ slug: world.campaign.slug, language: "en", typed, revision, partner: "", network });
}

async function publish(number: number, body: string, { supersedes }: { supersedes: boolean }): Promise<void> {
  const publishedAt = new Date();
  const { texts, sampleLetters, ...revision } = await db().revision.findUniqueOrThrow({
    where: { id: world.revision.id },
    include: { texts: true, sampleLetters: true },
  });
  await db().revision.create({
    data: {
      ...revision,
      id: uuidv7(),
      number,
      publishedAt,
      supersedesAt: supersedes ? publishedAt : null,
      texts: { create: texts.map(({ revisionId: _of, ...text }) => text) },
      sampleLetters: {
        create: sampleLetters.map(({ revisionId: _of, ...letter }) => ({
          ...letter,
          id: uuidv7(),
          body: letter.language === "en" ? body : letter.body,
        })),
      },
    },
  });
}

function choose(writing: WritingWay) {
  return db().campaign.update({ where: { id: world.campaign.id }, data: { writing } });
}

async function reviewed(check: string) {
  const review = await getReview(check);
  if (!("letters" in review)) throw new Error(JSON.stringify(review.issues));
  return { ...review, bodies: [...new Set(review.letters.map(({ letter }) => letter.body))] };
}

const mended = async (check: string) =>
  getMending(await getReview(check), { locale: "en", name: "[name]", country: "[country]" });

describe("a draft whose revision was superseded while its writer stands on it", () => {
  test("opens on the new letter; what was changed in the old one is kept beside it", async () => {
    const check = await draft({ body: changed, ownWords: story });
    expect((await getReview(check)).superseded).toBe(false);
    await publish(2, newer, { supersedes: true });
    expect((await getReview(check)).superseded).toBe(true);
    const { appeal, letter, typed } = await mended(check);
    expect(appeal.revision.number).toBe(2);
    expect(letter).toMatchObject({ body: newer, ownWords: story, revision: 2, changed: false });
    expect(typed).toMatchObject({ body: newer, ownWords: story, leftOut: changed, overtaken: "yes" });
  });

  test("keeps nothing beside it where the old letter stood as it was", async () => {
    const check = await draft({ ownWords: story });
    await publish(2, newer, { supersedes: true });
    const { typed } = await mended(check);
    expect(typed).toMatchObject({ body: newer, ownWords: story });
    expect(typed).not.toHaveProperty("leftOut");
  });

  test("asks for what the new letter has to say, not the old one", async () => {
    await db().campaign.update({ where: { id: world.campaign.id }, data: { refuseMissing: true } });
    await db().sampleLetter.updateMany({
      where: { revisionId: world.revision.id },
      data: { facts: ["send him back"] },
    });
    const check = await draft({ body: "Sir, let him go." });
    expect((await getReview(check)).issues).toMatchObject([{ code: "fact-missing", detail: "send him back" }]);
    await publish(2, newer, { supersedes: true });
    const samples = { revision: { campaignId: world.campaign.id, number: 2 } };
    await db().sampleLetter.updateMany({ where: samples, data: { facts: ["3 May"] } });
    expect((await mended(check)).issues).toEqual([]);
  });

  test("is rewritten on the new letter where its writer names another country", async () => {
    const check = await draft({ body: changed, ownWords: story });
    await publish(2, newer, { supersedes: true });
    const { bodies, typed, letters } = await reviewed(await rerouteDraft(check, { country: "NO" }, "192.0.2.0/24"));
    expect(bodies).toEqual([newer]);
    expect(letters[0]?.letter.text).toContain(story);
    expect(typed).toMatchObject({ leftOut: changed, overtaken: "yes" });
  });

  test("and that was open longer than its hour begins anew on the new letter", async () => {
    const check = await draft({ body: changed, ownWords: story });
    const { typed, appeal } = await reviewed(check);
    await publish(2, newer, { supersedes: true });
    await db().submission.delete({ where: { id: readToken("check", check) ?? "" } });
    const body = new URLSearchParams({ ...typed, slug: appeal.slug, revision: "1" });
    const params = Promise.resolve({ locale: "en", token: check });
    const answer = await POST(new Request("http://desk.test/", { method: "POST", body }), { params });
    const [, again = ""] = /check\/([\w-]+)\?late=1$/.exec(answer.headers.get("location") ?? "") ?? [];
    const after = await reviewed(again);
    expect(after.bodies).toEqual([newer]);
    expect(after.typed).toMatchObject({ leftOut: changed, overtaken: "yes" });
  });
});

describe("a form that was opened before the newest revision", () => {
  test("of one that supersedes has the letter of now, and its writer is told", async () => {
    await publish(2, newer, { supersedes: true });
    const { bodies, typed } = await reviewed(await draft({ body: changed, ownWords: story }, 1));
    expect(bodies).toEqual([newer]);
    expect(typed).toMatchObject({ ownWords: story, leftOut: changed, overtaken: "yes" });
  });

  test("also where another one came after that", async () => {
    await publish(2, "In between.", { supersedes: true });
    await publish(3, newer, { supersedes: false });
    expect((await reviewed(await draft({}, 1))).bodies).toEqual([newer]);
    expect((await reviewed(await draft({ body: changed }, 1))).typed).toMatchObject({ leftOut: changed });
  });

  test("of one that only says it better keeps what was changed, and takes the rest as it is now", async () => {
    await publish(2, newer, { supersedes: false });
    const own = await reviewed(await draft({ body: changed }, 1));
    expect(own.bodies).toEqual([changed]);
    expect(own.typed).not.toHaveProperty("overtaken");
    expect((await reviewed(await draft({}, 1))).bodies).toEqual([newer]);
  });

  test("has the texts of other sheets set aside with the first", async () => {
    await publish(2, newer, { supersedes: true });
    const bodies = JSON.stringify({ ":ar": "أطلب منكم ألا تعيدوه.", deputies: "Dear deputy" });
    const { typed } = await reviewed(await draft({ bodies }, 1));
    expect(typed).toMatchObject({ leftOut: "Dear deputy" });
    expect(typed).not.toHaveProperty("bodies");
  });

  test("keeps a letter that is all one's own in its place", async () => {
    await choose("own");
    await publish(2, newer, { supersedes: true });
    const { bodies, typed } = await reviewed(await draft({ body: story }, 1));
    expect(bodies).toEqual([story]);
    expect(typed).toMatchObject({ overtaken: "yes" });
    expect(typed).not.toHaveProperty("leftOut");
  });

  test("sets nothing aside of a letter that stays as it is", async () => {
    await choose("paragraph");
    await publish(2, newer, { supersedes: true });
    const { bodies, typed } = await reviewed(await draft({ ownWords: story }, 1));
    expect(bodies).toEqual([newer]);
    expect(typed).not.toHaveProperty("leftOut");
  });

  test.each([2, 7, 0, Number.NaN])("that says revision %s is taken as it stands", async (revision) => {
    await publish(2, newer, { supersedes: true });
    expect((await reviewed(await draft({ body: changed }, revision))).bodies).toEqual([changed]);
  });
});
