import { createTranslator } from "use-intl/core";
import { formatMoment } from "@/lib/format";
import { direction, localeFor, type Locale } from "@/lib/locales";
import { loadMessages } from "@/lib/messages";
import type { PaperSize } from "./paper-size";
import { formatFax } from "@/lib/recipients/address";

/** Of a letter by post: its paper, the lines of its address, and the country it is written in, by name. */
export type PostSheet = { paper: PaperSize; address: string[]; place: string };

/** A letter as it goes on paper. */
export type PaperLetter = {
  /** A language tag (RFC 5646). */
  language: string;
  office: string;
  holder: string;
  /** E.164; may be empty on a test. */
  number: string;
  /** For an envelope; without it the page is one to fax. */
  post?: PostSheet;
  /** The writer's name as they disclose it. */
  from: string;
  /** Who sends it for its writer; null where they send it themselves. */
  organisation: string | null;
  date: Date;
  subject: string;
  /** Paragraphs separated by an empty line. */
  text: string;
  /** What of the text its writer added, perhaps in another language. */
  ownWords?: string;
  /** Marked as such on each page. */
  test?: boolean;
};

/** What the template reads of a letter, but for the size. Names and labels are in the letter's language, as far as we speak it. */
export function pageOf({
  language,
  office,
  holder,
  number,
  from,
  organisation,
  date,
  subject,
  text,
  ...rest
}: PaperLetter) {
  const { t, ...labels } = wordsOf(localeFor(language) ?? "en");
  const rtl = direction(language) === "rtl";
  const own = new Set(paragraphsOf(rest.ownWords ?? ""));
  return {
    language: language.split("-")[0],
    rtl,
    cjk: /^(?:zh|ko|ja)\b/.exec(language)?.[0] ?? null,
    office: breakable(office),
    holder: breakable(holder),
    number: number && formatFax(number),
    ...(rest.post && postOf(rest.post)),
    test: rest.test ?? false,
    from: breakable(from),
    date: formatMoment(date, language, "UTC").date,
    subject: breakable(subject),
    paragraphs: paragraphsOf(text).map((one) => ({ text: one, rtl: own.has(one) ? startsRightToLeft(one, rtl) : rtl })),
    words: { ...labels, through: organisation && t("fax.through", { organisation: breakable(organisation) }) },
  };
}

// What fits into the window beside each other: the lines of an address in points, with what stands between them.
const windowHeight = { a4: 104, "us-letter": 77 } as const;

/** An address that has many lines is set smaller, so that all of them are seen through the window. */
function postOf({ paper, address, place }: PostSheet) {
  // A line of more than about 45 letters is broken into two.
  const lines = address.reduce((sum, { length }) => sum + Math.ceil(length / 45), 0);
  const fitting = windowHeight[paper] / (lines * 1.2);
  return {
    paper,
    place,
    address: breakable(address.join("\n")),
    addressSize: Math.min(11, Math.max(7, Math.floor(fitting * 2) / 2)),
    addressRtl: startsRightToLeft(address.join(" "), false),
  };
}

function paragraphsOf(text: string): string[] {
  return breakable(text).split(/\n\s*\n/);
}

/** The direction of a paragraph by its first letter (UAX 9, P2 and P3). */
function startsRightToLeft(text: string, otherwise: boolean): boolean {
  const [first] = /\p{L}/u.exec(text) ?? [];
  return first
    ? /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(first)
    : otherwise;
}

/** What is longer than a line without a place to break it would run off the paper. */
function breakable(text: string): string {
  return text.replace(/[^\s\p{Script=Han}\p{Script=Hangul}\p{Script=Kana}]{41,}/gu, (run) =>
    run.replace(/.{30}(?=.)/gsu, "$&\u200b"),
  );
}

// Making them costs more than the rest of this file.
const words = new Map<Locale, ReturnType<typeof makeWords>>();

function wordsOf(locale: Locale) {
  const known = words.get(locale) ?? makeWords(locale);
  words.set(locale, known);
  return known;
}

/** What stands on every page in a language, and the translator for what does not. */
function makeWords(locale: Locale) {
  const t = createTranslator({ locale, messages: loadMessages(locale).mails });
  return {
    t,
    to: t("fax.to"),
    fax: t("fax.number"),
    from: t("fax.from"),
    date: t("fax.date"),
    pages: t("fax.pages"),
    page: t("fax.page", { page: "{page}", pages: "{pages}" }),
  };
}
