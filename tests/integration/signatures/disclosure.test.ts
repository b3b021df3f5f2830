import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { Transport } from "@/lib/delivery/transmit";
import { makeToken, readToken } from "@/lib/privacy/links";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { getReview } from "@/lib/signatures/review";
import { signAppeal } from "@/lib/signatures/sign";
import type { Typed } from "@/lib/signatures/schema";
import { makeWorld, type World } from "@/tests/factories";
import { addLetters } from "@/tests/letters-in";
import { startSink, type SmtpSink } from "@/tests/smtp-sink";

let world: World;
let sink: SmtpSink;
let transport: Transport;
let people = 0;

beforeEach(async () => {
  await db().letter.updateMany({ where: { state: "queued" }, data: { state: "cancelled" } });
  await db().mail.updateMany({ where: { state: "queued" }, data: { state: "cancelled" } });
  world = await makeWorld();
  sink = await startSink();
  transport = new Transport(sink.url, 4);
});

afterEach(async () => {
  transport.close();
  await sink.stop();
});

async function draft(more: Typed, language = "en"): Promise<string> {
  people += 1;
  const email = `who-${people}@signers.test`;
  const body = "I ask you not to send him back.";
  const typed = { name: "Kim Ha-neul", email, country: "FR", body, disclosure: "full", ...more };
  return draftSignature({ slug: world.campaign.slug, language, typed, partner: "", network: "192.0.2.0/24" });
}

/** The letter to the minister as it left. */
async function letterOf(more: Typed) {
  const check = await draft(more);
  await signAppeal(check);
  await confirmSignature(makeToken("confirm", readToken("check", check) ?? ""));
  await db().mail.updateMany({ where: { state: "queued" }, data: { state: "cancelled" } });
  await drainDue(transport, new AbortController().signal);
  const [letter] = await sink.parsed();
  return letter;
}

const more = { originalName: "김하늘", profession: "nurse" };

describe("a letter under a full name", () => {
  test("has the original script beside it and the profession below, and only the name in its head", async () => {
    const letter = await letterOf(more);
    expect(letter?.text).toContain("Yours sincerely,\nKim Ha-neul (김하늘), France\nnurse");
    expect(letter?.from).toMatchObject({ name: "Kim Ha-neul" });
  });

  test("in the language of that script begins with it, in its own order", async () => {
    await addLetters(world, ["ko"]);
    await db().recipient.update({ where: { id: world.minister.id }, data: { language: "ko" } });
    const letter = await letterOf(more);
    expect(letter?.text?.replaceAll("\r\n", "\n")).toContain("김하늘 (Kim Ha-neul)\nnurse\n프랑스");
  });
});

test("a letter under initials says nothing of either", async () => {
  const letter = await letterOf({ ...more, disclosure: "initials" });
  expect(letter?.text).toContain("K. H. N., France");
  expect(JSON.stringify(letter)).not.toMatch(/김|nurse|Ha-neul/);
});

test("what a campaign does not allow is refused, whatever the form posts", async () => {
  await db().campaign.update({ where: { id: world.campaign.id }, data: { disclosures: ["full", "counted"] } });
  const check = await draft({ disclosure: "initials" });
  expect(await getReview(check)).toMatchObject({ issues: [{ field: "disclosure", code: "not-here" }] });
  await expect(signAppeal(check)).rejects.toThrow();
  expect((await getReview(await draft({ disclosure: "counted" }))).issues).toEqual([]);
});

test("words that must not be mentioned are found in a profession too", async () => {
  await db().campaign.update({
    where: { id: world.campaign.id },
    data: { doNotMention: ["lawyer of the family"], doNotMentionAt: new Date() },
  });
  const check = await draft({ profession: "Lawyer of the family" });
  await signAppeal(check);
  await confirmSignature(makeToken("confirm", readToken("check", check) ?? ""));
  expect(await db().letter.findMany({ where: { campaignId: world.campaign.id, state: "held" } })).not.toEqual([]);
});

test("a name cannot carry an address", async () => {
  const { issues } = await getReview(await draft({ originalName: "me@example.org", profession: "http://x.example" }));
  expect(issues.map(({ field, code }) => [field, code])).toEqual([
    ["originalName", "address"],
    ["profession", "address"],
  ]);
});
