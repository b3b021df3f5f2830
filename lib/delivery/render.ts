import { inLanguage } from "@/lib/campaigns/queries";
import { withoutNames } from "@/lib/campaigns/withheld";
import { mentions } from "@/lib/cases/mask";
import { env } from "@/lib/env";
import { languageName } from "@/lib/format";
import type { MergeValues } from "@/lib/letters/compose";
import { findMentioned } from "@/lib/letters/do-not-mention";
import { disclosedName } from "@/lib/letters/signed-name";
import { makePdf } from "@/lib/letters/pdf";
import { bodyOf } from "@/lib/letters/versions";
import { composeFor, mergeValues, sampleFor } from "@/lib/letters/write";
import { isLocale } from "@/lib/locales";
import { isSameLanguage } from "@/lib/languages/match";
import type { CampaignKeys } from "@/lib/privacy/campaign-key";
import { makeToken } from "@/lib/privacy/links";
import { seal, unseal, unsealText } from "@/lib/privacy/sealing";
import { writeMail } from "@/lib/signatures/messages";
import { saidBy } from "@/lib/signatures/said";
import { signerSchema, type Signer } from "@/lib/signatures/schema";
import { type HeldLetter, type HeldMail, type HeldRow, type HeldStaffMail, isStaffMail } from "./claim.sql";
import { makeMessageId } from "./message-id";
import { buildMime, type Mime } from "./mime";
import { makeReturnPath } from "./return-path";
import { openStaffMail } from "./staff-mail";
import type { Texts } from "./texts";
import type { Envelope } from "./session";

/** A row as it can be handed to a server. */
export type Rendered = {
  envelope: Envelope;
  messageId: string;
  bytes: Buffer;
  /** Sealed under the campaign's key; null when the row has its bytes already. */
  sealedBytes: Buffer | null;
};

/** Why a row cannot become a mail; the message names no person. */
export class Unrenderable extends Error {}

/**
 * Why a letter is held as it is. `consent`: its writer names somebody who has not, or no longer, consented to it. `address`:
 * no gateway carries it any more; its signer was told that we send it, so it waits for us and does not go back to them. `words`: its
 * writer says what must not be mentioned, and no member has read it since that was written down.
 */
export class Held extends Error {
  constructor(readonly reason: "consent" | "address" | "words") {
    super(reason);
  }
}

/**
 * Makes the bytes of a letter or mail, once: on every later try the stored ones are used.
 * @throws Unrenderable, Held, or what the sealed data threw when it cannot be opened
 */
export async function renderRow(row: HeldRow, texts: Texts): Promise<Rendered> {
  if (isStaffMail(row)) return renderStaffMail(row);
  const keys = texts.keys.get(row.campaignId);
  if (!keys) throw new Unrenderable("key forgotten");
  const context = `${row.table === "letters" ? "letter" : "mail"}:${row.id}`;
  if (row.sealedBytes && row.messageId) {
    const bytes = unseal(keys.data, row.sealedBytes, context);
    return { envelope: envelopeOf(row, keys), messageId: row.messageId, bytes, sealedBytes: null };
  }
  const signer = openSigner(row, keys);
  const mime = row.table === "letters" ? await letterMime(row, signer, texts) : mailMime(row, signer, texts, keys);
  const bytes = await buildMime(mime);
  return {
    envelope: { from: makeReturnPath(row) ?? mime.from.address, to: mime.to.address },
    messageId: mime.messageId,
    bytes,
    sealedBytes: seal(keys.data, bytes, context),
  };
}

function renderStaffMail({ id, staffAddress: to, messageId, sealedBytes }: HeldStaffMail): Rendered {
  if (!messageId || !sealedBytes) throw new Unrenderable("bytes missing");
  const bytes = openStaffMail(id, sealedBytes);
  return { envelope: { from: env().MAIL_FROM, to }, messageId, bytes, sealedBytes: null };
}

async function letterMime(row: HeldLetter, signer: Signer, texts: Texts): Promise<Mime> {
  const languages = { language: row.language, fallback: row.fallbackLanguage };
  const samples = texts.samples.get(row.revisionId);
  const offices = texts.recipients.get(row.recipientId);
  const address = addressOf(row);
  if (!samples || !offices) throw new Unrenderable("sample letter or recipient missing");
  const hidden = texts.names.get(row.campaignId)?.hidden ?? [];
  const said = saidBy(signer);
  if (mentions([signer.profession, ...said.slice(1)].join("\n|\n"), hidden)) throw new Held("consent");
  if (findMentioned(said, row.doNotMention).length > 0) throw new Held("words");
  const revision = { sampleLetters: samples, versionRecipients: texts.standing.get(row.revisionId) ?? [] };
  const sample = sampleFor(revision, row.recipientId, languages);
  const holder = row.holderId ? texts.holders.get(row.holderId) : undefined;
  const writer = { ...signer, disclosure: row.disclosure };
  const values = mergeValues({ texts: offices, holders: holder ? [holder] : [] }, writer, languages);
  const { bodyLanguage } = row;
  const { subject, text, ownWords } = composeFor(sample, values, { ...signer, bodyLanguage }, row.submissionId);
  const framed = frame(row, senderOf(row));
  if (row.channel === "fax")
    return faxMime(row, framed, address, { ...values, language: sample.language, subject, text, ownWords });
  const from = { name: disclosedName(signer.name, row.disclosure), address: senderOf(row) };
  const mayReply = row.disclosure === "full" && signer.replyConsent;
  return {
    ...framed,
    from,
    to: { name: values.holder || values.office, address },
    replyTo: mayReply ? { name: signer.name, address: signer.email } : undefined,
    subject,
    text,
    language: sample.language,
    autoSubmitted: "no",
  };
}

type Frame = Pick<Mime, "messageId" | "date">;
type Written = MergeValues & { language: string; subject: string; text: string; ownWords: string };

/**
 * A fax is a page in a mail to its gateway. The mail says nothing of its own: many gateways print its text on a cover sheet,
 * and its head stands in more logs than the page.
 */
async function faxMime(row: HeldLetter, framed: Frame, gateway: string, written: Written): Promise<Mime> {
  const { office, holder, name, language, subject, text, ownWords } = written;
  const number = row.address ?? "";
  const words = { language, office, holder, subject, text, ownWords };
  const pdf = await makePdf({ ...words, number, from: name, organisation: row.senderName, date: framed.date });
  return {
    ...framed,
    from: { name: row.senderName, address: senderOf(row) },
    to: { name: "", address: gateway },
    subject: "Letter",
    text: "\n",
    attachment: { filename: "letter.pdf", contentType: "application/pdf", content: pdf },
    language,
    autoSubmitted: "no",
  };
}

function mailMime(row: HeldMail, signer: Signer, texts: Texts, keys: CampaignKeys): Mime {
  const appeals = texts.appeals.get(row.revisionId);
  if (!appeals) throw new Unrenderable("appeal text missing");
  const { title } = inLanguage(appeals, row.language, row.fallbackLanguage);
  const locale = isLocale(row.language) ? row.language : "en";
  const about = row.kind === "news" ? newsOf(row, texts, locale) : null;
  const names = texts.names.get(row.campaignId) ?? { hidden: [], shown: [] };
  const said = row.kind === "words_changed" ? wordsOf(signer) : firstBody(row, signer, texts);
  const letter = signer.disclosure === "counted" ? "" : withoutNames(said, names, row.language);
  const { subject, text, html } = writeMail({
    kind: row.kind,
    state: row.signatureState,
    locale,
    name: signer.name,
    appeal: title,
    letter,
    foreign: isSameLanguage(row.firstLanguage, row.language)
      ? null
      : {
          language: languageName(row.firstLanguage, locale),
          ownWords: withoutNames(signer.ownWords, names, row.language),
        },
    note: row.sealedNote ? unsealText(keys.data, row.sealedNote, `mail-note:${row.id}`) : "",
    link: about?.href ?? linkOf(row, locale),
    organisation: row.senderName,
    discreet: row.discreet,
    sensitive: row.sensitive,
    unreached: row.unreached.flatMap((id) => {
      const offices = texts.recipients.get(id);
      return offices ? [inLanguage(offices, row.language, row.fallbackLanguage).short] : [];
    }),
    news: about && { title: about.title, request: about.request, end: about.end },
  });
  return {
    ...frame(row, senderOf(row)),
    from: { name: row.sensitive ? "" : row.senderName, address: senderOf(row) },
    // Without the name: a stranger may have typed it.
    to: { name: "", address: signer.email },
    subject,
    text,
    html,
    ...(about ? { unsubscribe: about.oneClick } : {}),
    language: locale,
    autoSubmitted: "auto-generated",
  };
}

function linkOf({ kind, submissionId, signatureId }: HeldMail, locale: string): string {
  const page =
    kind === "confirmation"
      ? `confirm/${makeToken("confirm", submissionId)}`
      : `mine/${makeToken("mine", signatureId)}`;
  return `${env().APP_URL}/${locale}/${page}`;
}

/**
 * What a mail of news is about. Its links: the appeal, without anything that would say who follows it; and where news end. In a
 * sensitive campaign an appeal's address says too much, so the link leads to the signer's own page.
 */
function newsOf(row: HeldMail, texts: Texts, locale: string) {
  const { aboutSlug, aboutRevisionId, aboutFallback, signatureId } = row;
  const found = texts.appeals.get(aboutRevisionId ?? "");
  if (!aboutSlug || !found) throw new Unrenderable("the appeal is not open");
  const { title, request } = inLanguage(found, row.language, aboutFallback ?? row.fallbackLanguage);
  const { APP_URL } = env();
  const token = makeToken("news", signatureId);
  return {
    title,
    request,
    href: row.sensitive ? linkOf(row, locale) : `${APP_URL}/${locale}/appeals/${aboutSlug}`,
    end: `${APP_URL}/${locale}/news/${token}`,
    oneClick: `${APP_URL}/api/news/${token}`,
  };
}

/** The text of the first letter that will leave, without its locked parts. */
function firstBody(row: HeldMail, signer: Signer, texts: Texts): string {
  const sampleLetters = texts.samples.get(row.revisionId);
  if (!row.firstRecipient || !sampleLetters) return signer.body;
  const revision = { sampleLetters, versionRecipients: texts.standing.get(row.revisionId) ?? [] };
  const of = { language: row.firstLanguage, fallback: row.fallbackLanguage };
  return bodyOf({ ...signer, bodyLanguage: row.bodyLanguage }, sampleFor(revision, row.firstRecipient, of));
}

/** All that a signer wrote themselves, a paragraph each. */
function wordsOf(signer: Signer): string {
  const [, ...words] = saidBy(signer);
  return words.filter((text) => text.trim() !== "").join("\n\n");
}

/** A row whose bytes were taken back keeps its Message-ID: should a copy have arrived, the next one is known as such. */
function frame(row: HeldLetter | HeldMail, sender: string): Frame {
  return { messageId: row.messageId ?? makeMessageId(row, sender), date: new Date() };
}

/** Our own mails come from the installation, letters from the organisation's own domain if it has one. */
function senderOf(row: HeldLetter | HeldMail): string {
  return (row.table === "letters" ? row.senderAddress : null) ?? env().MAIL_FROM;
}

function envelopeOf(row: HeldLetter | HeldMail, keys: CampaignKeys): Envelope {
  const to = row.table === "letters" ? addressOf(row) : openSigner(row, keys).email;
  return { from: makeReturnPath(row) ?? senderOf(row), to };
}

/** The mailbox that takes a letter: the recipient's own, or that of a number at the fax gateway. */
function addressOf({ channel, address }: HeldLetter): string {
  if (!address) throw new Unrenderable("address missing");
  if (channel === "email") return address;
  if (channel !== "fax" || !/^\+\d{4,15}$/.test(address)) throw new Unrenderable("no channel of ours");
  const { FAX_GATEWAY } = env();
  if (!FAX_GATEWAY) throw new Held("address");
  return `${address}@${FAX_GATEWAY}`;
}

function openSigner(row: HeldLetter | HeldMail, keys: CampaignKeys): Signer {
  if (!row.sealed) throw new Unrenderable("words erased");
  const typed: unknown = JSON.parse(unseal(keys.data, row.sealed, `submission:${row.submissionId}`).toString());
  return signerSchema.parse(typed);
}
