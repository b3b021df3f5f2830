import arForwarding from "@/messages/ar/forwarding.json";
import arMails from "@/messages/ar/mails.json";
import arReading from "@/messages/ar/reading.json";
import arSite from "@/messages/ar/site.json";
import arStatus from "@/messages/ar/status.json";
import arWriting from "@/messages/ar/writing.json";
import enForwarding from "@/messages/en/forwarding.json";
import enDeskAccounts from "@/messages/en/desk-accounts.json";
import enDeskCases from "@/messages/en/desk-cases.json";
import enDeskDelivery from "@/messages/en/desk-delivery.json";
import enDeskEditing from "@/messages/en/desk-editing.json";
import enDeskEditor from "@/messages/en/desk-editor.json";
import enDeskForward from "@/messages/en/desk-forward.json";
import enDeskImport from "@/messages/en/desk-import.json";
import enDeskImporting from "@/messages/en/desk-importing.json";
import enDeskLetters from "@/messages/en/desk-letters.json";
import enDeskLife from "@/messages/en/desk-life.json";
import enDeskLibrary from "@/messages/en/desk-library.json";
import enDeskOverview from "@/messages/en/desk-overview.json";
import enDeskPeople from "@/messages/en/desk-people.json";
import enDeskRecipients from "@/messages/en/desk-recipients.json";
import enDeskRouting from "@/messages/en/desk-routing.json";
import enDeskSignatures from "@/messages/en/desk-signatures.json";
import enDeskWriting from "@/messages/en/desk-writing.json";
import enDeskCommon from "@/messages/en/desk.json";
import enMails from "@/messages/en/mails.json";
import enReading from "@/messages/en/reading.json";
import enSite from "@/messages/en/site.json";
import enStatus from "@/messages/en/status.json";
import enWriting from "@/messages/en/writing.json";
import type { Locale } from "@/lib/locales";

/** The desk's texts: one file for what all of it shares, one for each of its rooms. Errors of fields are one list. */
const enDesk = {
  ...enDeskAccounts,
  ...enDeskCases,
  ...enDeskDelivery,
  ...enDeskEditing,
  ...enDeskEditor,
  ...enDeskForward,
  ...enDeskImport,
  ...enDeskImporting,
  ...enDeskLetters,
  ...enDeskLife,
  ...enDeskLibrary,
  ...enDeskOverview,
  ...enDeskPeople,
  ...enDeskRecipients,
  ...enDeskRouting,
  ...enDeskSignatures,
  ...enDeskWriting,
  ...enDeskCommon,
  errors: {
    ...enDeskAccounts.errors,
    ...enDeskCases.errors,
    ...enDeskDelivery.errors,
    ...enDeskEditor.errors,
    ...enDeskImport.errors,
    ...enDeskImporting.errors,
    ...enDeskLetters.errors,
    ...enDeskLife.errors,
    ...enDeskLibrary.errors,
    ...enDeskOverview.errors,
    ...enDeskPeople.errors,
    ...enDeskRecipients.errors,
    ...enDeskRouting.errors,
    ...enDeskSignatures.errors,
    ...enDeskCommon.errors,
  },
};

/** Every text of the interface. The desk speaks English first; its texts stand in for the languages that have none. */
export type Messages = {
  site: typeof enSite;
  status: typeof enStatus;
  writing: typeof enWriting;
  mails: typeof enMails;
  forwarding: typeof enForwarding;
  reading: typeof enReading;
  desk: typeof enDesk;
};

const all: Record<Locale, Messages> = {
  en: {
    site: enSite,
    status: enStatus,
    writing: enWriting,
    mails: enMails,
    forwarding: enForwarding,
    reading: enReading,
    desk: enDesk,
  },
  ar: {
    site: arSite,
    status: arStatus,
    writing: arWriting,
    mails: arMails,
    forwarding: arForwarding,
    reading: arReading,
    desk: enDesk,
  },
};

export function loadMessages(locale: Locale): Messages {
  return all[locale];
}
