import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findAppeal } from "@/lib/campaigns/queries";
import { db } from "@/lib/db";
import { drainDue } from "@/lib/delivery/drain";
import { Transport } from "@/lib/delivery/transmit";
import { env } from "@/lib/env";
import type { DeliveryState } from "@/lib/generated/prisma/enums";
import { askWriter } from "@/lib/letters/ask-writer";
import { editorLetter } from "@/lib/letters/editor";
import { listSheets } from "@/lib/letters/list-sheets";
import { letterViews } from "@/lib/letters/view";
import { makeToken, readToken } from "@/lib/privacy/links";
import { mergeRecipients } from "@/lib/recipients/merge-recipients";
import { loadLetterTexts } from "@/lib/reports/letter-texts";
import { readDrifts } from "@/lib/reports/recount.sql";
import { confirmSignature } from "@/lib/signatures/confirm";
import { draftSignature } from "@/lib/signatures/draft";
import { getConfirmation, getOwnSignature } from "@/lib/signatures/queries";
import { getReview } from "@/lib/signatures/review";
import { rewriteLetters } from "@/lib/signatures/rewrite";
import { getRewriting } from "@/lib/signatures/rewriting";
import { signAppeal } from "@/lib/signatures/sign";
import { makeWorld, type World } from "@/tests/factories";
import { addLetters, lettersIn } from "@/tests/letters-in";
import { makeMember } from "@/tests/members";
import { readPdf } from "@/tests/read-pdf";
import { makeEmbassy, makeRule, makeUnattached } from "@/tests/routing";
import { startSink, type SmtpSink, type SunkMessage } from "@/tests/smtp-sink";

const zh = lettersIn["zh-Hans"];
const network = "192.0.2.0/24";
const korean = "저는 교사이고, 제 학생들이 그에 대해 물었습니다.";
let sink: SmtpSink;
let transport: Transport;
let world: World;
let people = 0;

beforeEach(async () => {
  Object.assign(env(), { FAX_GATEWAY: "fax.example.org" });
  const where = { state: { in: ["queued", "waiting", "claimed"] as DeliveryState[] } };
  await db().letter.updateMany({ where, data: { state: "cancelled", lease: null, leaseUntil: null } });
  await db().mail.updateMany({ where, data: { state: "cancelled", lease: null, leaseUntil: null } });
  sink = await startSink();
  transport = new Transport(sink.url, 4);
  world = await makeWorld();
});

afterEach(async () => {
  transport.close();
  await sink.stop();
  expect(await readDrifts()).toEqual([]);
});

async function reads(recipient: { id: string }, language: string): Promise<void> {
  await db().recipient.update({ where: { id: recipient.id }, data: { language } });
}

type Draft = { language: string; bodyLanguage?: string } & Record<string, string>;

async function draft({ language, bodyLanguage = "", ...more }: Draft): Promise<string> {
  people += 1;
  const typed = { name: "김하늘", email: `reader-${people}@signers.test`, country: "KR", disclosure: "full", ...more };
  return draftSignature({ slug: world.campaign.slug, language, typed, bodyLanguage, partner: "", network });
}

async function confirm(check: string): Promise<string> {
  await signAppeal(check);
  return confirmSignature(linkOf(check));
}

function linkOf(check: string): string {
  return makeToken("confirm", readToken("check", check) ?? "");
}

async function shownOn(check: string, locale = "en") {
  const review = await getReview(check);
  if (!review.signer) throw new Error(JSON.stringify(review.issues));
  return letterViews(review, locale);
}

async function form(locale: string) {
  const appeal = await findAppeal(world.campaign.slug);
  if (!appeal) throw new Error("no appeal");
  const placeholders = { name: "[name]", country: () => "[country]" };
  return editorLetter(appeal, locale, {}, { placeholders, sheets: await listSheets(appeal, locale) });
}

async function drain() {
  await drainDue(transport, new AbortController().signal);
  return Promise.all(sink.messages.map(readMessage));
}

/** The text as a reader has it, without the line ends of mail. */
async function readMessage({ to, raw }: SunkMessage) {
  const mail = await PostalMime.parse(raw);
  return { to, raw: raw.toString("latin1"), mail, text: (mail.text ?? "").replaceAll("\r\n", "\n").trim() };
}

function squash(text: string): string {
  return text.replace(/\s+/g, "");
}

describe("a letter to a Chinese minister, signed by somebody who reads Korean", () => {
  beforeEach(async () => {
    await addLetters(world, ["zh-Hans", "ko"]);
    await reads(world.minister, "zh");
    await reads(world.ambassador, "zh-CN");
  });

  test("the form shows what leaves, and paragraph by paragraph the same in Korean", async () => {
    const letter = await form("ko");
    expect(letter).toMatchObject({ language: "zh-Hans", dir: "ltr", body: zh.body, versions: [], to: [] });
    const { reading } = letter.foreign ?? {};
    expect(reading).toMatchObject({ language: "ko", theirs: true, paired: true });
    expect(reading?.body).toHaveLength(2);
    expect(reading?.body[1]).toEqual({
      text: "恳请贵国不要将他遣返。",
      reading: "그를 돌려보내지 말아 주시기를 부탁드립니다.",
    });
    expect(reading?.opening[0]).toEqual({ text: zh.salutation, reading: lettersIn.ko.salutation });
    expect(letter.closingTemplate).toContain("삼가 올립니다.");
  });

  test("leaves in Chinese with their own paragraph in Korean under it, by e-mail and by fax", async () => {
    const check = await draft({ language: "ko", bodyLanguage: "zh-Hans", body: zh.body, ownWords: korean });
    const [first, ...others] = await shownOn(check, "ko");
    expect(others).toHaveLength(1);
    expect(first).toMatchObject({ language: "zh-Hans", unmet: null, foreign: { changed: false } });
    expect(first?.letter.text).toBe(
      `${zh.salutation}\n\n${zh.opening.split("\n\n")[1]}\n\n${zh.body}\n\n${korean}\n\n此致\n敬礼\n\n김하늘\n韩国`,
    );
    const reading = first?.foreign?.reading;
    expect(reading?.letter.text).toContain(
      "그를 돌려보내지 말아 주시기를 부탁드립니다.\n\n삼가 올립니다.\n\n김하늘\n대한민국",
    );
    const waiting = await getConfirmation((await signAppeal(check), linkOf(check)));
    expect(waiting).toMatchObject({ first: { language: "zh-Hans", letter: { body: zh.body } } });
    const mine = await confirmSignature(linkOf(check));
    const sent = await drain();

    const toMinister = sent.find(({ to }) => to === "minister@mfa.example.org");
    expect(toMinister?.mail).toMatchObject({ subject: zh.subject, to: [{ name: "Tang Jiaxuan" }] });
    expect(toMinister?.text).toBe(first?.letter.text);
    const [head = "", body = ""] = toMinister?.raw.split(/\r\n\r\n(.*)/s) ?? [];
    expect(head).toContain("Content-Language: zh-Hans");
    expect(head).toContain("Content-Type: text/plain; charset=utf-8");
    expect(Buffer.from(body, "base64").toString("utf8")).toContain(korean);

    const fax = sent.find(({ to }) => to.endsWith("@fax.example.org"));
    const page = readPdf(Buffer.from(fax?.mail.attachments[0]?.content as ArrayBuffer));
    expect(page.pages).toBe(1);
    for (const words of [zh.office, zh.subject, "恳请贵国不要将他遣返。", korean, "敬礼", "김하늘", "韩国"]) {
      expect(squash(page.text)).toContain(squash(words));
    }

    expect((await getOwnSignature(mine)).letters.map(({ language, letter }) => [language, letter.text])).toEqual(
      [first, ...others].map((one) => ["zh-Hans", one?.letter.text]),
    );
    const row = await db().letter.findFirstOrThrow({ where: { recipientId: world.minister.id, language: "zh-Hans" } });
    const texts = await loadLetterTexts({ ...world.campaign });
    const of = [row.revisionId, row.recipientId, row.holderId ?? "", row.language, "full", "zh-Hans"];
    expect(texts.letterOf(of, { name: "김하늘", country: "KR", body: zh.body, ownWords: korean })).toBe(
      first?.letter.text,
    );
  });

  test("the mail to confirm shows what leaves, in which language, and what they added", async () => {
    await signAppeal(await draft({ language: "en", bodyLanguage: "zh-Hans", body: zh.body, ownWords: "I teach." }));
    const [mail] = await drain();
    expect(mail?.text).toContain(`\n${zh.body.replace(/^/gm, "> ").replace("\n> \n", "\n")}\n`);
    expect(mail?.text).toContain("The letter is sent in Simplified Chinese, the language of the office.");
    expect(mail?.text).toContain("You added in your own words:\n> I teach.");
  });

  test("what they changed in Chinese leaves, and the translation is said to be without it", async () => {
    const check = await draft({ language: "ko", bodyLanguage: "zh-Hans", body: "请放他走。", ownWords: korean });
    const [first] = await shownOn(check, "ko");
    expect(first?.letter.body).toBe("请放他走。");
    expect(first?.foreign?.changed).toBe(true);
  });
});

describe("a letter to a ministry that reads Arabic, signed in French", () => {
  test("leaves in Arabic, from right to left, with the French paragraph from left to right", async () => {
    await addLetters(world, ["fr"]);
    await reads(world.minister, "ar-EG");
    await reads(world.ambassador, "ar");
    const letter = await form("fr");
    expect(letter).toMatchObject({ language: "ar", dir: "rtl", foreign: { reading: { language: "fr", dir: "ltr" } } });
    const own = "Je suis institutrice à Lyon, et mes élèves m’ont parlé de lui.";
    const check = await draft({
      language: "fr",
      bodyLanguage: "ar",
      body: letter.body,
      name: "Zoé Martin",
      ownWords: own,
    });
    const [first] = await shownOn(check, "fr");
    expect(first).toMatchObject({ language: "ar", dir: "rtl" });
    expect(first?.foreign?.reading?.letter.text).toContain("Monsieur le Ministre,");
    await confirm(check);
    const sent = await drain();
    const toMinister = sent.find(({ to }) => to === "minister@mfa.example.org");
    expect(toMinister?.mail.subject).toBe("نرجو ألا تعيدوه");
    expect(toMinister?.text).toBe(
      `صاحب المعالي،\n\nأطلب منكم ألا تعيدوه.\n\n${own}\n\nوتفضلوا بقبول فائق الاحترام،\nZoé Martin، كوريا الجنوبية`,
    );
    const fax = sent.find(({ to }) => to.endsWith("@fax.example.org"));
    const page = readPdf(Buffer.from(fax?.mail.attachments[0]?.content as ArrayBuffer));
    for (const words of [own, "Zoé Martin"]) expect(squash(page.text)).toContain(squash(words));
    // Arabic is read from a page as its glyphs are drawn.
    for (const sign of "تعيدوه") expect(page.text).toContain(sign);
  });
});

describe("each recipient in its language", () => {
  test("a reader's own language comes first in the form, others have sheets of their own", async () => {
    await addLetters(world, ["zh-Hans", "ko"]);
    await reads(world.minister, "zh-Hans");
    await reads(world.ambassador, "ko");
    const letter = await form("ko");
    expect(letter).toMatchObject({ language: "ko", foreign: null, to: ["중국 외교부장"] });
    expect(letter.versions).toMatchObject([
      { key: ":zh-Hans", language: "zh-Hans", body: zh.body, foreign: { reading: { language: "ko" } } },
    ]);
    const bodies = JSON.stringify({ ":zh-Hans": "请放他走。" });
    const check = await draft({ language: "ko", bodyLanguage: "ko", body: "보내 주십시오.", bodies, ownWords: korean });
    const shown = await shownOn(check, "ko");
    expect(shown.map(({ language, letter: { body } }) => [language, body])).toEqual([
      ["zh-Hans", "请放他走。"],
      ["ko", "보내 주십시오."],
    ]);
    await confirm(check);
    const sent = await drain();
    expect(sent.find(({ to }) => to === "minister@mfa.example.org")?.text).toContain("请放他走。");
    const tallies = await db().letter.findMany({ where: { campaignId: world.campaign.id }, orderBy: { id: "asc" } });
    expect(tallies.map(({ language, signerLanguage }) => [language, signerLanguage])).toEqual([
      ["zh-Hans", "ko"],
      ["ko", "ko"],
    ]);
  });

  test("a text typed in one language never goes into a letter in another", async () => {
    await addLetters(world, ["zh-Hans"]);
    await reads(world.minister, "zh-Hans");
    await reads(world.ambassador, "");
    // As a form does that was drawn before anybody wrote in Chinese.
    const check = await draft({ language: "en", body: "Only in English.", bodyLanguage: "en" });
    expect((await shownOn(check)).map(({ letter: { body } }) => body)).toEqual([zh.body, "Only in English."]);
    const missing = await draft({ language: "en", body: "Only in English.", bodyLanguage: "xx" });
    expect((await shownOn(missing)).map(({ letter: { body } }) => body)).toEqual([zh.body, "Only in English."]);
  });

  test("without a letter in its language it gets the reader's, else the campaign's, and both are said", async () => {
    await addLetters(world, ["ko"]);
    await reads(world.minister, "zh-Hant");
    await reads(world.ambassador, "");
    const [toMinister, toAmbassador] = await shownOn(await draft({ language: "ko", body: "보내 주십시오." }), "ko");
    expect(toMinister).toMatchObject({ language: "ko", unmet: "zh-Hant", foreign: null });
    expect(toAmbassador).toMatchObject({ language: "ko", unmet: null });
    const [other] = await shownOn(await draft({ language: "fr", body: "Please." }), "fr");
    expect(other).toMatchObject({ language: "en", unmet: "zh-Hant", foreign: { reading: null } });
    expect(other?.foreign?.request).toMatchObject({ text: "Ask that he is not sent back.", language: "en" });
  });

  test("where there is no version in the reader's language they read the campaign's", async () => {
    await addLetters(world, ["zh-Hans"]);
    await reads(world.minister, "zh-Hans");
    const { foreign } = await form("fr");
    expect(foreign?.reading).toMatchObject({ language: "en", theirs: false, paired: false });
  });

  test("embassies that a rule reaches have sheets in what they read, few of them named", async () => {
    await addLetters(world, ["zh-Hans"]);
    for (const host of ["AT", "BE", "CH", "DE"]) {
      await reads(await makeEmbassy(world.campaign, { represents: "CN", host }), "zh-Hans");
    }
    await makeRule(world.campaign, "embassy", { represents: "CN", fallback: world.minister.id });
    const letter = await form("en");
    expect(letter).toMatchObject({ language: "en", more: 0 });
    expect(letter.versions).toMatchObject([{ key: ":zh-Hans", more: 1 }]);
    expect(letter.versions[0]?.to).toHaveLength(3);
    const check = await draft({ language: "en", bodyLanguage: "en", body: "Please.", country: "AT" });
    expect((await shownOn(check)).map(({ language }) => language)).toEqual(["zh-Hans"]);
  });
});

describe("the language a letter was signed in stays", () => {
  beforeEach(async () => {
    await addLetters(world, ["zh-Hans", "ko"]);
    await reads(world.minister, "zh-Hans");
    await reads(world.ambassador, "zh-Hans");
  });

  test("whatever the office reads later, until it leaves", async () => {
    const check = await draft({ language: "en", bodyLanguage: "zh-Hans", body: zh.body });
    await reads(world.minister, "ko");
    expect((await shownOn(check))[0]).toMatchObject({ language: "zh-Hans" });
    const mine = await confirm(check);
    await reads(world.minister, "en");
    const sent = await drain();
    expect(sent.find(({ to }) => to === "minister@mfa.example.org")?.mail.subject).toBe(zh.subject);
    expect((await getOwnSignature(mine)).letters.map(({ language }) => language)).toEqual(["zh-Hans", "zh-Hans"]);
  });

  test("when the office is merged into one that reads another", async () => {
    const { id: stays } = await makeUnattached(world.campaign, "other@mfa.example.org");
    await reads({ id: stays }, "en");
    const check = await draft({ language: "en", bodyLanguage: "zh-Hans", body: zh.body });
    await confirm(check);
    const actor = await makeMember(world.organisation, { role: "owner" });
    await mergeRecipients(actor, { stays, goes: world.minister.id });
    const sent = await drain();
    const letter = sent.find(({ text }) => text.includes(zh.body));
    expect(letter?.mail.subject).toBe(zh.subject);
    expect(letter?.raw).toContain("Content-Language: zh-Hans");
  });

  test("when its writer writes it anew", async () => {
    const id = world.campaign.id;
    await db().campaign.update({ where: { id }, data: { doNotMention: ["Anna"], doNotMentionAt: new Date(0) } });
    const actor = await makeMember(world.organisation, { role: "owner" });
    const mine = await confirm(
      await draft({ language: "en", bodyLanguage: "zh-Hans", body: zh.body, ownWords: "I met Anna." }),
    );
    const signature = readToken("mine", mine) ?? "";
    await askWriter(actor, { campaign: id, signature }, "Is she safe?");
    await reads(world.minister, "ko");
    const rewriting = await getRewriting(mine);
    expect(rewriting.routed.map(({ language }) => language)).toEqual(["zh-Hans", "zh-Hans"]);
    await rewriteLetters(mine, { body: "请放他走。", ownWords: "I met somebody." }, network);
    const sent = await drain();
    const text = sent.find(({ to }) => to === "minister@mfa.example.org")?.text;
    expect(text).toContain("请放他走。\n\nI met somebody.");
    expect(text).toContain("敬礼");
  });

  test("a draft from before letters had languages of their own leaves as it was shown", async () => {
    const check = await draft({ language: "en", bodyLanguage: "en", body: "Please let him go." });
    await db().$executeRaw`
      update submissions set letter_language = 'en',
        routes = (select jsonb_agg(r - 'language') from jsonb_array_elements(routes) r)
      where id = ${readToken("check", check)}::uuid`;
    expect((await shownOn(check)).map(({ language }) => language)).toEqual(["en", "en"]);
    await confirm(check);
    const sent = await drain();
    const text = sent.find(({ to }) => to === "minister@mfa.example.org")?.text;
    expect(text).toContain("Please let him go.\n\nYours sincerely,");
  });
});
