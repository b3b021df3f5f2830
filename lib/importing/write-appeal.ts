import { createTranslator } from "use-intl/core";
import { countryName, formatMoment, languageName } from "@/lib/format";
import type { Locale } from "@/lib/locales";
import { loadMessages } from "@/lib/messages";
import { writeCode, writeField } from "./appeal-text/field";
import { writeLetter } from "./appeal-text/letter";
import { writeList } from "./appeal-text/list";
import { isHeadLine } from "./appeal-text/mail-head";
import { writeParagraph } from "./appeal-text/paragraph";
import { writeProse } from "./appeal-text/prose";
import { writeRecipient } from "./appeal-text/recipient";
import { isLabelled, type Label, type Mark, markLine, wordsLocale, wordsOf } from "./appeal-text/words";
import { cleanText } from "./clean-text";
import type { AppealContent } from "./content";

/** Who sends the text, and what it says beside the appeal itself. Readers of our format pass over all of it. */
export type Sender = {
  organisation: string | null;
  /** How the organisation is reached. */
  contact: string | null;
  /** The appeal's page, where there is one in public. */
  page: string | null;
  /** Why nobody should write now. */
  status: string | null;
  distribution: string | null;
  /** The last day in words, with the hour and the place it is meant for. */
  until: string | null;
  /** Who writes to whom, where not everybody writes to all. */
  rules: string[];
};

export const nobody: Sender = {
  organisation: null,
  contact: null,
  page: null,
  status: null,
  distribution: null,
  until: null,
  rules: [],
};

const width = 72;

/**
 * Writes an appeal as plain text of at most 72 columns, to be forwarded by mail (docs/appeal-text.md). `readOwnFormat` reads
 * the same appeal from it. Only a link or an address that is longer sticks out.
 */
export function writeAppeal(given: AppealContent, sender: Sender = nobody): string {
  const appeal = cleaned(given);
  const locale = wordsLocale(appeal.language);
  const { kinds, marks } = wordsOf(locale);
  const part = (mark: Mark, lines: string[]) => (lines.length === 0 ? [] : ["", markLine(marks[mark]), "", ...lines]);
  const to = (role: "to" | "copy") => appeal.recipients.filter((one) => one.role === role);
  const blocks = (role: "to" | "copy") => apart(to(role).map((one) => writeRecipient(one, locale)));
  const embassy = embassyLines(appeal, locale);
  const lines = [
    ...writeNote(appeal.note),
    markLine(kinds[appeal.kind ?? "none"]),
    "",
    ...headLines(appeal, sender, locale),
    ...part("people", writeList(appeal.persons)),
    ...part("summary", appeal.summary === null ? [] : writeText(appeal.summary)),
    ...part("case", appeal.background === null ? [] : writeText(appeal.background)),
    ...part("requests", writeList(appeal.requests)),
    ...part("rules", writeList(sender.rules)),
    ...part("to", apart([blocks("to"), embassy])),
    ...part("copy", blocks("copy")),
    ...writeLetter(appeal.letter, appeal.language, locale),
    ...part("contact", contactLines(sender, locale)),
    "",
    markLine(marks.end),
  ];
  return `${lines.join("\n")}\n`;
}

/** With one kind of line end and without signs that no text can hold, as every document is read. */
function cleaned(appeal: AppealContent): AppealContent {
  return JSON.parse(JSON.stringify(appeal), cleanValue) as AppealContent;
}

function cleanValue(_key: string, value: unknown): unknown {
  return typeof value === "string" ? cleanText(value) : value;
}

function writeNote(note: string | null): string[] {
  return note === null ? [] : [...writeProse(note, { room: width, isTaken: isHeadLine }), ""];
}

/** A text that has to be there even where it is empty. */
function writeText(text: string): string[] {
  return text === "" ? ["|"] : writeProse(text, { room: width });
}

function headLines(appeal: AppealContent, sender: Sender, locale: Locale): string[] {
  const { labels } = wordsOf(locale);
  const { title, reference, dates, deadlineClock, country, originator, forwarder, language, request } = appeal;
  const line = (label: Label, value: string | null) => (value === null ? [] : writeField(labels[label], value));
  return apart([
    [...line("status", sender.status), ...line("distribution", sender.distribution)],
    title === null ? [] : writeParagraph(title, { room: width, isTaken: isLabelled }),
    [
      ...line("organisation", sender.organisation),
      ...line("reference", reference),
      ...line("issued", dates.issued && dayLine(dates.issued, locale)),
      ...line("country", country && writeCode(countryName(country, locale), country, locale)),
      ...line("incident", dates.incident && dayLine(dates.incident, locale)),
      ...line(
        "deadline",
        dates.deadline && dayLine(dates.deadline, locale, { words: sender.until, clock: deadlineClock }),
      ),
      ...line("request", request),
      ...line("originator", originator),
      ...line("forwarder", forwarder),
      ...line("language", language && writeCode(languageName(language, locale), language, locale)),
    ],
  ]);
}

type Said = { words: string | null; clock: AppealContent["deadlineClock"] };

function dayLine(day: string, locale: Locale, { words, clock }: Said = { words: null, clock: null }): string {
  const at = new Date(`${day}T12:00:00Z`);
  const code = clock ? `${day} ${clock.time} ${clock.zone}` : day;
  return Number.isNaN(at.getTime()) ? day : writeCode(words ?? formatMoment(at, locale, "UTC").date, code, locale);
}

function embassyLines({ embassyOf }: AppealContent, locale: Locale): string[] {
  if (embassyOf === null) return [];
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: "forwarding" });
  const words = t("embassyOf", { country: countryName(embassyOf, locale) });
  return writeField(wordsOf(locale).labels.embassy, writeCode(words, embassyOf, locale));
}

function contactLines({ organisation, contact, page }: Sender, locale: Locale): string[] {
  const { labels } = wordsOf(locale);
  if (contact === null && page === null) return [];
  return [
    ...(organisation === null ? [] : writeField(labels.organisation, organisation)),
    ...(contact === null ? [] : writeField(labels.email, contact)),
    ...(page === null ? [] : writeField(labels.page, page)),
  ];
}

/** Blocks with an empty line between each two. */
function apart(blocks: string[][]): string[] {
  return blocks.filter(({ length }) => length > 0).flatMap((block, at) => (at > 0 ? ["", ...block] : block));
}
