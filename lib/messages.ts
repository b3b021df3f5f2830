import arForwarding from "@/messages/ar/forwarding.json";
import arLanguages from "@/messages/ar/languages.json";
import arMails from "@/messages/ar/mails.json";
import arReading from "@/messages/ar/reading.json";
import arSite from "@/messages/ar/site.json";
import arStatus from "@/messages/ar/status.json";
import esForwarding from "@/messages/es/forwarding.json";
import esLanguages from "@/messages/es/languages.json";
import esMails from "@/messages/es/mails.json";
import esReading from "@/messages/es/reading.json";
import esSite from "@/messages/es/site.json";
import esStatus from "@/messages/es/status.json";
import frForwarding from "@/messages/fr/forwarding.json";
import frLanguages from "@/messages/fr/languages.json";
import frMails from "@/messages/fr/mails.json";
import frReading from "@/messages/fr/reading.json";
import frSite from "@/messages/fr/site.json";
import frStatus from "@/messages/fr/status.json";
import koForwarding from "@/messages/ko/forwarding.json";
import koLanguages from "@/messages/ko/languages.json";
import koMails from "@/messages/ko/mails.json";
import koReading from "@/messages/ko/reading.json";
import koSite from "@/messages/ko/site.json";
import koStatus from "@/messages/ko/status.json";
import zhForwarding from "@/messages/zh/forwarding.json";
import zhLanguages from "@/messages/zh/languages.json";
import zhMails from "@/messages/zh/mails.json";
import zhReading from "@/messages/zh/reading.json";
import zhSite from "@/messages/zh/site.json";
import zhStatus from "@/messages/zh/status.json";
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
import enDeskCommon from "@/messages/en/desk.json";
import enLanguages from "@/messages/en/languages.json";
import enMails from "@/messages/en/mails.json";
import enReading from "@/messages/en/reading.json";
import enSite from "@/messages/en/site.json";
import enStatus from "@/messages/en/status.json";
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
  mails: typeof enMails;
  forwarding: typeof enForwarding;
  reading: typeof enReading;
  languages: typeof enLanguages;
  desk: typeof enDesk;
};

const all: Record<Locale, Messages> = {
  en: {
    site: enSite,
    status: enStatus,
    mails: enMails,
    forwarding: enForwarding,
    languages: enLanguages,
    reading: enReading,
    desk: enDesk,
  },
  fr: {
    site: frSite,
    status: frStatus,
    mails: frMails,
    forwarding: frForwarding,
    languages: frLanguages,
    reading: frReading,
    desk: enDesk,
  },
  es: {
    site: esSite,
    status: esStatus,
    mails: esMails,
    forwarding: esForwarding,
    languages: esLanguages,
    reading: esReading,
    desk: enDesk,
  },
  ar: {
    site: arSite,
    status: arStatus,
    mails: arMails,
    forwarding: arForwarding,
    languages: arLanguages,
    reading: arReading,
    desk: enDesk,
  },
  zh: {
    site: zhSite,
    status: zhStatus,
    mails: zhMails,
    forwarding: zhForwarding,
    languages: zhLanguages,
    reading: zhReading,
    desk: enDesk,
  },
  ko: {
    site: koSite,
    status: koStatus,
    mails: koMails,
    forwarding: koForwarding,
    languages: koLanguages,
    reading: koReading,
    desk: enDesk,
  },
};

export function loadMessages(locale: Locale): Messages {
  return all[locale];
}
