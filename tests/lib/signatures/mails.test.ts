import { describe, expect, test } from "vitest";
import { direction, locales } from "@/lib/locales";
import type { MailContent } from "@/lib/signatures/mail-content";
import { writeMail } from "@/lib/signatures/messages";

const house = "https://appeals.example.org";
const secrets = [
  "Ann O’Neill",
  "Do not send him back",
  "I write as a nurse",
  "Asian Rights Desk",
  "the minister",
  "Free her",
];

const content: MailContent = {
  kind: "confirmation",
  state: "confirmed",
  locale: "en",
  name: "Ann O’Neill",
  appeal: "Do not send him back",
  letter: "I write as a nurse.\nI ask & hope <b>that</b> he stays.",
  foreign: { language: "Arabic", ownWords: "I write as a nurse." },
  note: "Is this right: I write as a nurse?",
  link: `${house}/en/mine/token`,
  organisation: "Asian Rights Desk",
  discreet: false,
  sensitive: false,
  unreached: ["the minister", "the embassy"],
  news: { title: "Free her", request: "Ask that she is freed.", end: `${house}/en/news/token` },
};

const kinds = [
  "confirmation",
  "already_signed",
  "words_asked",
  "words_refused",
  "words_changed",
  "stopped",
  "lifted",
  "letter_failed",
  "news",
] as const;

const each = locales.flatMap((locale) => kinds.map((kind) => [kind, locale] as const));

/** Tags that are opened and not closed, or the other way round. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  for (const [, end = "", name = ""] of html.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
    if (["meta", "br"].includes(name)) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}

function written(more: Partial<MailContent>) {
  const mail = writeMail({ ...content, ...more });
  return { ...mail, all: [mail.subject, mail.text, mail.html].join("\n") };
}

describe.each(each)("%s in %s", (kind, locale) => {
  const mail = written({ kind, locale, ...(kind === "news" ? {} : { news: null }) });

  test("is short and whole", () => {
    expect(mail.text.split("\n").filter((line) => line !== "").length).toBeLessThanOrEqual(15);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.all).not.toMatch(/undefined|signer\.\w|mails\.\w/);
    expect(mail.text).not.toMatch(/[{}]/);
  });

  test("says in HTML the same words, in its direction, and fetches nothing", () => {
    expect(mail.html).toContain(`<html lang="${locale}" dir="${direction(locale)}">`);
    expect(unbalanced(mail.html)).toEqual([]);
    expect(mail.html).not.toMatch(/<(?:img|link|script|iframe|object|video|form|input)|url\(|@import|@font-face|src=/i);
    const links = [...mail.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links.length).toBeGreaterThan(0);
    for (const href of links) expect(mail.text).toContain(href);
    expect(mail.all.match(/https?:\/\/[^\s"<]+/g)?.filter((url) => !url.startsWith(house))).toEqual([]);
    expect(mail.html).not.toContain("<b>that</b>");
  });

  test("of a sensitive campaign names nothing", () => {
    const quiet = written({ kind, locale, sensitive: true, ...(kind === "news" ? {} : { news: null }) });
    for (const secret of [...secrets, "embassy", "Arabic"]) expect(quiet.all).not.toContain(secret);
    expect(quiet.text).toContain(content.link);
    expect(quiet.text.split("\n").filter((line) => line !== "").length).toBeLessThanOrEqual(9);
    expect(unbalanced(quiet.html)).toEqual([]);
  });
});

test("all quiet mails but those to confirm and to stop are one and the same", () => {
  const quiet = kinds
    .filter((kind) => kind !== "confirmation" && kind !== "stopped")
    .map((kind) => written({ kind, sensitive: true, news: null }).all);
  expect(new Set(quiet).size).toBe(1);
});

test("a letter that failed names to whom, each on a line of its own", () => {
  expect(written({ kind: "letter_failed" }).text).toContain("\nthe minister\nthe embassy\n");
});

test("news lead to the appeal, and to where they end", () => {
  const { text, subject } = written({ kind: "news", link: `${house}/en/appeals/free-her` });
  expect(subject).toContain("Free her");
  expect(text).toContain("Ask that she is freed.");
  expect(text).toContain(`${house}/en/appeals/free-her\n`);
  expect(text.trimEnd().split("\n")).toContain(`${house}/en/news/token`);
});
