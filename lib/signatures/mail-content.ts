import type { SignerMailKind } from "@/lib/delivery/claim.sql";
import type { SignatureState } from "@/lib/generated/prisma/enums";
import type { Locale } from "@/lib/locales";

/** How long a confirmation link works. The same span stands in the statement that sends a draft. */
export const confirmDays = 7;

/** What a mail of ours to a signer is written from. */
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
  /** Whether no mail says what it is about. */
  sensitive: boolean;
  /** Whom letters could not be handed over to, by name. */
  unreached: string[];
  /** Of news: the appeal that is new, and where its reader says that they want no more. */
  news: { title: string; request: string; end: string } | null;
};
