import { createTranslator } from "use-intl/core";
import { cutAtWord } from "@/lib/letters/cut-at-word";
import type { Locale } from "@/lib/locales";
import { loadMessages, type Messages } from "@/lib/messages";
import { confirmDays, type MailContent } from "./mail-content";
import { htmlOf } from "./mail-html";
import { type MailPart, textOf } from "./mail-parts";
import { quietMail } from "./quiet-mail";

/** A mail of our own: subject on one line, the same words as plain text and as HTML. */
export type WrittenMail = { subject: string; text: string; html: string };

type Parts = { subject: string; parts: MailPart[] };

const excerptLines = 3;
const excerptCharacters = 240;

/** Writes a mail of our own to a signer. */
export function writeMail(content: MailContent): WrittenMail {
  const { subject, parts } = content.sensitive ? quietMail(content) : named(content);
  return { subject, text: textOf(parts), html: htmlOf(subject, parts, content.locale) };
}

function named(content: MailContent): Parts {
  const { kind, state, organisation } = content;
  const { subject, parts } = byKind(kind === "already_signed" && state === "withdrawn" ? "withdrawn" : kind, content);
  const t = translator(content.locale);
  const greeting: MailPart = { kind: "words", text: t("greeting", { name: withoutLinks(content.name) }) };
  return { subject, parts: [greeting, ...parts, { kind: "sender", text: organisation }] };
}

function byKind(kind: MailContent["kind"] | "withdrawn", content: MailContent): Parts {
  if (kind === "confirmation") return confirmation(content);
  if (kind === "words_asked" || kind === "words_refused" || kind === "words_changed") return aboutWords(content, kind);
  if (kind === "stopped" || kind === "lifted") return aboutStop(content, kind);
  if (kind === "letter_failed") return letterFailed(content);
  if (kind === "news") return news(content);
  return kind === "withdrawn" ? withdrawn(content) : alreadySigned(content);
}

function confirmation({ locale, appeal, letter, foreign, link }: MailContent): Parts {
  const t = translator(locale);
  const excerpt = excerptOf(letter);
  const begins: MailPart = excerpt
    ? { kind: "quote", before: t("confirmation.letter"), text: excerpt }
    : { kind: "words", text: t("confirmation.counted") };
  const after = t("confirmation.days", { days: confirmDays });
  return {
    subject: t("confirmation.subject", { appeal }),
    parts: [
      { kind: "words", text: t("confirmation.opening"), appeal },
      begins,
      ...(excerpt && foreign ? aboutForeign(foreign, locale) : []),
      { kind: "act", before: t("confirmation.act"), href: link, button: more(locale)("button.confirm"), after },
      { kind: "words", text: t(excerpt ? "confirmation.next" : "confirmation.nextCounted") },
      { kind: "aside", text: t("confirmation.notYou") },
    ],
  };
}

function alreadySigned({ state, locale, appeal, link }: MailContent): Parts {
  const t = translator(locale);
  return {
    subject: t("already_signed.subject", { appeal }),
    parts: [
      { kind: "words", text: t("already_signed.opening"), appeal },
      { kind: "words", text: t(state === "invalidated" ? "already_signed.invalidated" : "already_signed.unchanged") },
      toOwnPage(t("already_signed.act"), link, locale),
      { kind: "aside", text: t("already_signed.notYou") },
    ],
  };
}

/** To somebody who signed, withdrew and now signs again: the address stays taken until they erase what we keep. */
function withdrawn({ locale, appeal, link }: MailContent): Parts {
  const t = translator(locale);
  return {
    subject: t("withdrawn.subject", { appeal }),
    parts: [
      { kind: "words", text: t("withdrawn.opening"), appeal },
      { kind: "words", text: t("withdrawn.unchanged") },
      toOwnPage(t("withdrawn.act"), link, locale),
      { kind: "aside", text: t("already_signed.notYou") },
    ],
  };
}

type WordsMail = "words_asked" | "words_refused" | "words_changed";

/** To somebody whose letters a member has read because of their words. Who changed them may have been a stranger. */
function aboutWords({ locale, appeal, link, ...content }: MailContent, kind: WordsMail): Parts {
  const t = translator(locale);
  const text = kind === "words_changed" ? withoutLinks(content.letter) : content.note;
  return {
    subject: t(`${kind}.subject`, { appeal }),
    parts: [
      { kind: "words", text: t(`${kind}.opening`), appeal },
      { kind: "words", text: t(`${kind}.what`) },
      { kind: "quote", text },
      toOwnPage(t(`${kind}.act`), link, locale),
      ...(kind === "words_changed" ? [] : [notYou(locale)]),
    ],
  };
}

/**
 * To somebody who could still send a letter of a stopped appeal by themselves, or was told to send nothing, once that no longer
 * holds; whether or not they asked for news.
 */
function aboutStop({ locale, appeal, link, discreet }: MailContent, kind: "stopped" | "lifted"): Parts {
  const t = translator(locale);
  const opening: MailPart = discreet
    ? { kind: "words", text: t(`${kind}.openingDiscreet`) }
    : { kind: "words", text: t(`${kind}.opening`), appeal };
  return {
    subject: discreet ? t(`${kind}.subjectDiscreet`) : t(`${kind}.subject`, { appeal }),
    parts: [
      opening,
      { kind: "words", text: t(kind === "stopped" ? "stopped.dont" : "lifted.may") },
      toOwnPage(t(`${kind}.act`), link, locale),
      { kind: "words", text: t(`${kind}.why`) },
      notYou(locale),
    ],
  };
}

/** To somebody one or more of whose letters could not be handed over, once. */
function letterFailed({ locale, appeal, link, unreached }: MailContent): Parts {
  const m = more(locale);
  return {
    subject: m("letterFailed.subject", { appeal }),
    parts: [
      { kind: "words", text: m("letterFailed.opening"), appeal },
      { kind: "words", text: m("letterFailed.what"), appeal: unreached.join("\n") },
      { kind: "words", text: m("letterFailed.next") },
      toOwnPage(m("letterFailed.act"), link, locale),
      notYou(locale),
    ],
  };
}

/** To somebody who asked for news of a case, when an appeal follows the one they signed. */
function news({ locale, appeal, link, news: about }: MailContent): Parts {
  const m = more(locale);
  const { title, request, end } = about ?? { title: appeal, request: "", end: link };
  return {
    subject: m("news.subject", { title }),
    parts: [
      { kind: "words", text: m("news.opening"), appeal },
      { kind: "words", text: m("news.what"), appeal: request || title },
      { kind: "act", before: m("news.act"), href: link, button: m("button.appeal") },
      { kind: "aside", text: m("news.end"), href: end },
    ],
  };
}

function toOwnPage(before: string, href: string, locale: Locale): MailPart {
  return { kind: "act", before, href, button: more(locale)("button.mine") };
}

function notYou(locale: Locale): MailPart {
  return { kind: "aside", text: more(locale)("notYou") };
}

/** The first lines of a letter, without links. */
function excerptOf(letter: string): string {
  const lines = letter.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return "";
  const shown = lines.slice(0, excerptLines).join("\n");
  const short = cutAtWord(shown, excerptCharacters);
  const cut = short === shown && lines.length > excerptLines;
  return withoutLinks(cut ? `${short.trimEnd()} …` : short);
}

/** Whoever types a stranger's address must not be able to send them to a place of their choice in our name. */
function withoutLinks(text: string): string {
  return text.replace(/\b(?:[a-z][a-z+.-]*:\/\/|www\.)\S*|\b[\w-]{2,}(?:\.[\w-]+)*\.[a-z]{2,}\b\S*/giu, "…");
}

type Translator = ReturnType<typeof createTranslator<Messages["mails"]>>;
const translators = new Map<Locale, Translator>();

type MoreWords = ReturnType<typeof createTranslator<Messages["signer"]>>;
const moreWords = new Map<Locale, MoreWords>();

type Foreign = NonNullable<MailContent["foreign"]>;

/** Which language the letter leaves in, and what its signer added in their own. */
function aboutForeign({ language, ownWords }: Foreign, locale: Locale): MailPart[] {
  const t = createTranslator({ locale, messages: loadMessages(locale).reading });
  const own = excerptOf(ownWords);
  const added: MailPart[] = own ? [{ kind: "quote", before: t("mail.ownWords"), text: own }] : [];
  return [{ kind: "words", text: t("mail.leaves", { language }) }, ...added];
}

function translator(locale: Locale): Translator {
  const made = translators.get(locale) ?? createTranslator({ locale, messages: loadMessages(locale).mails });
  translators.set(locale, made);
  return made;
}

function more(locale: Locale): MoreWords {
  const made = moreWords.get(locale) ?? createTranslator({ locale, messages: loadMessages(locale).signer });
  moreWords.set(locale, made);
  return made;
}
