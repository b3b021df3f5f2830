import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { POST } from "@/app/(site)/[locale]/check/[token]/sign/route";
import { duplicateCampaign } from "@/lib/campaigns/duplicate";
import { findAppeal } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { Transport } from "@/lib/delivery/transmit";
import { Refusal } from "@/lib/errors";
import type { DeliveryState, WritingWay } from "@/lib/generated/prisma/enums";
import { editorLetter } from "@/lib/letters/editor";
import { listSheets } from "@/lib/letters/list-sheets";
import { sketchLetters } from "@/lib/letters/sketch-letters";
import { getCampaignKeys } from "@/lib/privacy/campaign-key";
import { makeToken, readToken } from "@/lib/privacy/links";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { asCampaignTakes } from "@/lib/signatures/as-campaign-takes";
import { eraseSignature } from "@/lib/signatures/erase";
import { getReview } from "@/lib/signatures/review";
import { rerouteDraft } from "@/lib/signatures/reroute";
import { signAppeal } from "@/lib/signatures/sign";
import { withdrawSignature } from "@/lib/signatures/withdraw";
import { makeWorld, type World } from "@/tests/factories";
import { makeMember } from "@/tests/members";
import { startSink, type SmtpSink } from "@/tests/smtp-sink";

let sink: SmtpSink;
let transport: Transport;
let world: World;
let people = 0;

beforeEach(async () => {
  const where = { state: { in: ["queued", "waiting", "claimed"] as DeliveryState[] } };
  await db().letter.updateMany({ where, data: { state: "cancelled", lease: null, leaseUntil: null } });
  await db().mail.updateMany({ where, data: { state: "cancelled", lease: null, leaseUntil: null } });
  sink = await startSink();
  transport = new Transport(sink.url, 4);
  world = await makeWorld();
  await db().sampleLetter.updateMany({
    where: { revision: { campaignId: world.campaign.id }, language: "en" },
    data: { requests: ["Please do not send him back to North Korea."], facts: ["13 June 2002"], body: sample },
  });
});

afterEach(async () => {
  vi.useRealTimers();
  transport.close();
  await sink.stop();
});

const sample =
  "I write to you about the man who was taken from the consulate on 13 June 2002. Please do not send him back to North Korea.";
const story = "My grandmother fled across that river in 1951, and she never saw her brothers again.";

function choose(writing: WritingWay, more: { refuseMissing?: boolean; sensitive?: boolean } = {}) {
  return db().campaign.update({ where: { id: world.campaign.id }, data: { writing, ...more } });
}

type Typed = Record<string, string>;

function draft(more: Typed = {}): Promise<string> {
  people += 1;
  const email = `ann-${people}@signers.test`;
  const typed = { name: "Ann Example", email, country: "FR", disclosure: "full", ...more };
  return draftSignature({
    slug: world.campaign.slug,
    language: "en",
    typed,
    partner: "",
    network: `192.0.${people % 250}.0/24`,
  });
}

async function send(check: string): Promise<string> {
  await signAppeal(check);
  return confirmSignature(makeToken("confirm", readToken("check", check) ?? ""));
}

async function reviewed(check: string) {
  const review = await getReview(check);
  if (!("letters" in review)) throw new Error(JSON.stringify(review.issues));
  return review;
}

/** The text that reached the minister's mail server. */
async function arrived(): Promise<string> {
  await drainDue(transport, new AbortController().signal);
  const parsed = await Promise.all(sink.messages.map(({ raw }) => PostalMime.parse(raw)));
  const letter = parsed.find(({ to }) => to?.[0]?.address === "minister@mfa.example.org");
  return (letter?.text ?? "").trim();
}

async function formOf(typed: Typed = {}) {
  const appeal = await findAppeal(world.campaign.slug);
  if (!appeal) throw new Error("the appeal is missing");
  const sheets = await listSheets(appeal, "en");
  return editorLetter(appeal, "en", typed, { placeholders: { name: "[name]", country: () => "[country]" }, sheets });
}

async function confirmAs(writing: WritingWay, typed: Typed) {
  await choose(writing);
  const check = await draft(typed);
  const review = await reviewed(check);
  await send(check);
  const text = await arrived();
  expect(text, "what was shown is what leaves").toBe(
    review.letters.find(({ recipient }) => recipient.id === world.minister.id)?.letter.text,
  );
  return { review, text };
}

describe("a paragraph added to a text that stays", () => {
  test("leaves as the sample with the paragraph, whatever body was posted", async () => {
    const { text } = await confirmAs("paragraph", {
      body: "Something else altogether.",
      bodies: JSON.stringify({ "": "x", deputies: "y" }),
      ownWords: story,
    });
    expect(text).toContain(`${sample}\n\n${story}\n\nYours sincerely,`);
    expect(text).not.toContain("Something else");
  });

  test("needs no words at all, and misses nothing", async () => {
    await choose("paragraph", { refuseMissing: true });
    const { missing, own } = await reviewed(await draft());
    expect(missing).toEqual([]);
    expect(own).toMatchObject({ share: 0, level: "like", near: false });
  });

  test("is what has to be shortened where the letter gets too long with it", async () => {
    await choose("paragraph");
    const { id: recipientId } = world.minister;
    await db().campaignRecipient.updateMany({ where: { recipientId }, data: { letterLimit: 300 } });
    expect((await getReview(await draft({ ownWords: story.repeat(3) }))).issues).toMatchObject([
      { field: "ownWords", code: "too-long-for" },
    ]);
  });

  test("stays so for who has written it, though a member chooses another way meanwhile", async () => {
    await choose("paragraph");
    const check = await draft({ body: "Something else.", ownWords: story });
    await choose("edit");
    await send(check);
    expect(await arrived()).toContain(`${sample}\n\n${story}`);
  });

  test("is drawn without a field for the text", async () => {
    await choose("paragraph");
    expect(await formOf({ body: "Something else." })).toMatchObject({ writing: "paragraph", body: sample });
  });
});

describe("a form that was opened before a member chose another way", () => {
  const changed = `Sir, ${sample}`;

  test("has its words set aside where only a paragraph is taken, in no letter and never lost", async () => {
    await db().campaign.update({ where: { id: world.campaign.id }, data: { doNotMention: ["Sir"] } });
    await choose("paragraph");
    const bodies = JSON.stringify({ deputies: sample, embassies: "Dear ambassador" });
    const check = await draft({ body: changed, bodies, ownWords: story });
    const { typed, letters, unused } = await reviewed(check);
    expect(typed).toMatchObject({ writing: "paragraph", ownWords: story, leftOut: `${changed}\n\nDear ambassador` });
    expect(letters.map(({ letter }) => letter.body)).toEqual(letters.map(() => sample));
    expect(unused, "they are told of once").toEqual([]);
    const again = await reviewed(await draft(typed));
    expect(again.typed, "also when the form is posted once more").toEqual({ ...typed, email: again.typed.email });
    await send(check);
    expect(await arrived(), "nothing is held for what is in no letter").toContain(`${sample}\n\n${story}`);
  });

  test("has nothing set aside where nothing was changed", async () => {
    await choose("paragraph");
    const wrapped = sample.replace(" Please", "\r\nPlease");
    expect((await reviewed(await draft({ body: wrapped, ownWords: story }))).typed).not.toHaveProperty("leftOut");
  });

  test("is shown with what its draft said, also where that was another way", async () => {
    const { appeal, typed } = await reviewed(await draft({ body: changed, ownWords: story }));
    expect(asCampaignTakes(typed, appeal)).toEqual(typed);
    expect(asCampaignTakes(typed, { ...appeal, writing: "paragraph" })).toMatchObject({ leftOut: changed });
    expect(asCampaignTakes(typed, { ...appeal, writing: "own" }).body).toBe(`${changed}\n\n${story}`);
  });

  test("goes on as it was drafted when its writer names another country", async () => {
    const check = await draft({ body: changed });
    await choose("paragraph");
    const other = await reviewed(await rerouteDraft(check, { country: "NO" }, "192.0.2.0/24"));
    expect(other.letters[0]?.letter.body).toBe(changed);
  });
});

describe("a text that is edited", () => {
  test("leaves as it was changed", async () => {
    const { text, review } = await confirmAs("edit", { body: `Sir, ${sample}`, ownWords: story });
    expect(text).toContain(`Sir, ${sample}\n\n${story}`);
    expect(review.own?.level).toBe("partly");
  });

  test("cannot be said by the form to be another one", async () => {
    const check = await draft({ writing: "paragraph", body: "Sir, let him go.", ownWords: "" });
    expect((await reviewed(check)).letters[0]?.letter.body).toBe("Sir, let him go.");
  });
});

describe("one's own words", () => {
  const words = `${story} I ask you never to send him back to North Korea. It was on 13 June 2002.`;

  test("leave between opening and closing, and are measured", async () => {
    const { text, review } = await confirmAs("own", { body: words });
    expect(text).toContain(`\n\n${words}\n\nYours sincerely,`);
    expect(text).not.toContain("I write to you about");
    expect(review.missing, "the request is found in other words").toEqual([]);
    expect(review.own).toMatchObject({ level: "mostly" });
  });

  test("must be there: an empty sheet is no letter, and the sample is only an example", async () => {
    await choose("own");
    expect((await getReview(await draft({ body: " \n" }))).issues).toEqual([{ field: "body", code: "own-required" }]);
    expect(await formOf()).toMatchObject({
      writing: "own",
      body: "",
      example: sample,
      checklist: { requests: ["Please do not send him back to North Korea."], facts: ["13 June 2002"] },
      versions: [],
    });
  });

  test("are told what is not recognised; only a fact is insisted on", async () => {
    await choose("own", { refuseMissing: true });
    const without = await getReview(await draft({ body: story }));
    expect(without.issues).toEqual([{ field: "body", code: "fact-missing", detail: "13 June 2002" }]);
    const { missing } = await reviewed(await draft({ body: `${story} It was on 13 June 2002.` }));
    expect(missing).toEqual([{ kind: "request", text: "Please do not send him back to North Korea." }]);
  });

  test("take a paragraph from a form of before with them", async () => {
    await choose("own");
    const { letters } = await reviewed(await draft({ body: words, ownWords: "I am a teacher." }));
    expect(letters[0]?.letter).toMatchObject({ body: `${words}\n\nI am a teacher.`, ownWords: "" });
  });
});

describe("a letter that leaves in a language its writer does not read", () => {
  beforeEach(() => db().recipient.update({ where: { id: world.minister.id }, data: { language: "ar" } }));

  test("is only added to in the writer's own", async () => {
    const { text } = await confirmAs("paragraph", { body: "Something else.", ownWords: story });
    expect(text).toContain(`أطلب منكم ألا تعيدوه.\n\n${story}\n\nوتفضلوا`);
    const form = await formOf();
    expect([form.body, ...form.versions.map(({ body }) => body)].toSorted()).toEqual(
      [sample, "أطلب منكم ألا تعيدوه."].toSorted(),
    );
  });

  test("is written in their own words, and held against what they could read", async () => {
    const words = `${story} I ask you never to send him back to North Korea. It was on 13 June 2002.`;
    const { text, review } = await confirmAs("own", { body: words });
    expect(text).toContain(`\n\n${words}\n\nوتفضلوا`);
    expect(review.missing).toEqual([]);
    expect(await formOf()).toMatchObject({ example: sample, checklist: { language: "en", facts: ["13 June 2002"] } });
  });
});

test("how letters are written, and that a campaign is sensitive, go into its copy", async () => {
  await choose("own", { sensitive: true });
  const actor = await makeMember(world.organisation, { role: "campaigner" });
  const id = await duplicateCampaign(actor, world.campaign.id);
  expect(await db().campaign.findUniqueOrThrow({ where: { id } })).toMatchObject({ writing: "own", sensitive: true });
});

const sketches = () => db().letterSketch.findMany({ where: { campaignId: world.campaign.id } });

describe("sketches of letters that were sent", () => {
  // Those of other tests.
  beforeEach(() => sketchLetters());

  test("are made once of each confirmed letter, sealed, and say when somebody sends what many have sent", async () => {
    const body = `${sample}\n\n${story}`;
    expect((await reviewed(await draft({ body }))).own?.near).toBe(false);
    for (let sent = 0; sent < 3; sent += 1) await send(await draft({ body }));
    await send(await draft({ body, disclosure: "counted" }));
    expect(await sketchLetters()).toBe(3);
    expect(await sketchLetters()).toBe(0);
    const early = await reviewed(await draft({ body }));
    expect(early.own?.near, "what was opened a moment ago still counts").toBe(false);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 21_000 });
    const { own } = await reviewed(await draft({ body }));
    expect(own).toMatchObject({ near: true, level: "like" });
    const other = await reviewed(
      await draft({ body: `${sample}\n\nI teach in a village school near Lyon, and my pupils ask.` }),
    );
    expect(other.own?.near).toBe(false);
    const [sketch] = await sketches();
    const { data } = await getCampaignKeys(world.campaign.id);
    expect(Buffer.from(sketch?.sealed ?? []).includes(data)).toBe(false);
    expect(sketch?.sealed.length).toBeLessThan(500);
  });

  test("go with a signature that is withdrawn or erased", async () => {
    const [one, other] = [await send(await draft({ body: story })), await send(await draft({ body: story }))];
    await sketchLetters();
    expect(await sketches()).toHaveLength(2);
    await withdrawSignature(one);
    expect(await sketches()).toHaveLength(1);
    await eraseSignature(other);
    expect(await sketches()).toEqual([]);
    expect(await sketchLetters(), "and do not come back").toBe(0);
  });

  test("a letter whose words cannot be read keeps no other from being read", async () => {
    await send(await draft({ body: story }));
    await send(await draft({ body: story }));
    const [first] = await db().submission.findMany({ where: { campaignId: world.campaign.id }, take: 1 });
    await db().submission.update({
      where: { id: first?.id ?? "" },
      data: { sealed: Buffer.from("damaged bytes, not sealed by us") },
    });
    expect(await sketchLetters()).toBe(2);
  });
});

/** What the button of a check page does. */
const press = (token: string, fields: Typed) =>
  POST(new Request("http://desk.test/", { method: "POST", body: new URLSearchParams(fields) }), {
    params: Promise.resolve({ locale: "en", token }),
  });

describe("a check page that is open longer than its hour", () => {
  test("begins anew with what it still has, and nothing is lost", async () => {
    const check = await draft({ body: story });
    const { typed } = await reviewed(check);
    await db().submission.delete({ where: { id: readToken("check", check) ?? "" } });
    const answer = await press(check, { ...typed, slug: world.campaign.slug });
    const [, again = ""] = /\/en\/check\/([\w-]+)\?late=1$/.exec(answer.headers.get("location") ?? "") ?? [];
    expect((await reviewed(again)).letters[0]?.letter.body).toBe(story);
    expect(await db().signature.count({ where: { campaignId: world.campaign.id } }), "nothing is sent by itself").toBe(
      0,
    );
  });

  test("is told that the draft is gone where it has nothing any more", async () => {
    const check = await draft({ body: story });
    await db().submission.delete({ where: { id: readToken("check", check) ?? "" } });
    await expect(press(check, {})).rejects.toThrow(new Refusal("draft-expired"));
  });
});
