import { createTranslator } from "use-intl/core";
import type { SignerMailKind } from "@/lib/delivery/claim.sql";
import type { SignatureState } from "@/lib/generated/prisma/enums";
import { cutAtWord } from "@/lib/letters/cut-at-word";
import type { Locale } from "@/lib/locales";
import { loadMessages, type Messages } from "@/lib/messages";

export type MailContent = {
  kind: SignerMailKind;
  /** What the signature is when the mail is written. */
  state: SignatureState;
  locale: Locale;
  /** The signer's name as it was typed. */
  name: string;
  /** The appeal's title. */
  appeal: string;
  /** What the signer wrote: their version of the letter, or all of their new words; empty for one who is counted only. */
  letter: string;
  /** Where a letter leaves in a language its signer does not read: which one, and what they added in their own. */
  foreign: { language: string; ownWords: string } | null;
  /** What a member says to them; empty in mails that nobody writes. */
  note: string;
  link: string;
  /** How the organisation signs. */
  organisation: string;
  /** Whether a mail about a STOP does not say which appeal it is about. */
  discreet: boolean;
};

/** A mail of our own: subject on one line, plain text with paragraphs separated by an empty line. */
export type WrittenMail = { subject: string; text: string };

type WordsMail = "words_asked" | "words_refused" | "words_changed";

/** How long a confirmation link works. The same span stands in the statement that sends a draft. */
const linkDays = 7;
const excerptLines = 3;
const excerptCharacters = 240;

/** Writes a mail of our own to a signer. */
export function writeMail(content: MailContent): WrittenMail {
  const { kind } = content;
  if (kind === "confirmation") return confirmation(content);
  if (kind === "words_asked" || kind === "words_refused" || kind === "words_changed") return aboutWords(content, kind);
  if (kind === "stopped") return stopped(content);
  if (kind === "lifted") return lifted(content);
  return content.state === "withdrawn" ? withdrawn(content) : alreadySigned(content);
}

function confirmation({ locale, name, appeal, letter, foreign, link, organisation }: MailContent): WrittenMail {
  const t = translator(locale);
  const excerpt = excerptOf(letter);
  const paragraphs = [
    t("greeting", { name: withoutLinks(name) }),
    `${t("confirmation.opening")}\n${appeal}`,
    excerpt ? `${t("confirmation.letter")}\n${excerpt}` : t("confirmation.counted"),
    ...(excerpt && foreign ? aboutForeign(foreign, locale) : []),
    `${t("confirmation.act")}\n${link}\n${t("confirmation.days", { days: linkDays })}`,
    t(excerpt ? "confirmation.next" : "confirmation.nextCounted"),
    t("confirmation.notYou"),
    organisation,
  ];
  return { subject: t("confirmation.subject", { appeal }), text: paragraphs.join("\n\n") };
}

function alreadySigned({ state, locale, name, appeal, link, organisation }: MailContent): WrittenMail {
  const t = translator(locale);
  const paragraphs = [
    t("greeting", { name: withoutLinks(name) }),
    `${t("already_signed.opening")}\n${appeal}`,
    t(state === "invalidated" ? "already_signed.invalidated" : "already_signed.unchanged"),
    `${t("already_signed.act")}\n${link}`,
    t("already_signed.notYou"),
    organisation,
  ];
  return { subject: t("already_signed.subject", { appeal }), text: paragraphs.join("\n\n") };
}

/** To somebody who signed, withdrew and now signs again: the address stays taken until they erase what we keep. */
function withdrawn({ locale, name, appeal, link, organisation }: MailContent): WrittenMail {
  const t = translator(locale);
  const paragraphs = [
    t("greeting", { name: withoutLinks(name) }),
    `${t("withdrawn.opening")}\n${appeal}`,
    t("withdrawn.unchanged"),
    `${t("withdrawn.act")}\n${link}`,
    t("already_signed.notYou"),
    organisation,
  ];
  return { subject: t("withdrawn.subject", { appeal }), text: paragraphs.join("\n\n") };
}

/** To somebody whose letters a member has read because of their words. Who changed them may have been a stranger. */
function aboutWords(
  { locale, name, appeal, link, organisation, ...content }: MailContent,
  kind: WordsMail,
): WrittenMail {
  const t = translator(locale);
  const quoted = kind === "words_changed" ? withoutLinks(content.letter) : content.note;
  const paragraphs = [
    t("greeting", { name: withoutLinks(name) }),
    `${t(`${kind}.opening`)}\n${appeal}`,
    t(`${kind}.what`),
    quoted.replace(/^/gm, "> "),
    `${t(`${kind}.act`)}\n${link}`,
    organisation,
  ];
  return { subject: t(`${kind}.subject`, { appeal }), text: paragraphs.join("\n\n") };
}

/** To somebody who could still send a letter of a stopped appeal by themselves, whether or not they asked for news. */
function stopped({ locale, name, appeal, link, organisation, discreet }: MailContent): WrittenMail {
  const t = translator(locale);
  const paragraphs = [
    t("greeting", { name: withoutLinks(name) }),
    discreet ? t("stopped.openingDiscreet") : `${t("stopped.opening")}\n${appeal}`,
    t("stopped.dont"),
    `${t("stopped.act")}\n${link}`,
    t("stopped.why"),
    organisation,
  ];
  const subject = discreet ? t("stopped.subjectDiscreet") : t("stopped.subject", { appeal });
  return { subject, text: paragraphs.join("\n\n") };
}

/** To somebody who was told to send nothing, once that no longer holds. */
function lifted({ locale, name, appeal, link, organisation, discreet }: MailContent): WrittenMail {
  const t = translator(locale);
  const paragraphs = [
    t("greeting", { name: withoutLinks(name) }),
    discreet ? t("lifted.openingDiscreet") : `${t("lifted.opening")}\n${appeal}`,
    t("lifted.may"),
    `${t("lifted.act")}\n${link}`,
    t("lifted.why"),
    organisation,
  ];
  const subject = discreet ? t("lifted.subjectDiscreet") : t("lifted.subject", { appeal });
  return { subject, text: paragraphs.join("\n\n") };
}

/** The first lines of a letter, marked as quoted (RFC 3676 §4.5). */
function excerptOf(letter: string): string {
  const lines = letter.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return "";
  const shown = lines.slice(0, excerptLines).join("\n");
  const short = cutAtWord(shown, excerptCharacters);
  const cut = short === shown && lines.length > excerptLines;
  return withoutLinks(cut ? `${short.trimEnd()} …` : short)
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}

/** Whoever types a stranger's address must not be able to send them to a place of their choice in our name. */
function withoutLinks(text: string): string {
  return text.replace(/\b(?:[a-z][a-z+.-]*:\/\/|www\.)\S*|\b[\w-]{2,}(?:\.[\w-]+)*\.[a-z]{2,}\b\S*/giu, "…");
}

type Translator = ReturnType<typeof createTranslator<Messages["mails"]>>;
const translators = new Map<Locale, Translator>();

type Foreign = NonNullable<MailContent["foreign"]>;

/** Which language the letter leaves in, and what its signer added in their own. */
function aboutForeign({ language, ownWords }: Foreign, locale: Locale): string[] {
  const t = createTranslator({ locale, messages: loadMessages(locale).reading });
  const own = excerptOf(ownWords);
  return [t("mail.leaves", { language }), ...(own ? [`${t("mail.ownWords")}\n${own}`] : [])];
}

function translator(locale: Locale): Translator {
  const made = translators.get(locale) ?? createTranslator({ locale, messages: loadMessages(locale).mails });
  translators.set(locale, made);
  return made;
}
