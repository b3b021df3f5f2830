import arChannels from "@/messages/ar/channels.json";
import arForwarding from "@/messages/ar/forwarding.json";
import arLanguages from "@/messages/ar/languages.json";
import arMails from "@/messages/ar/mails.json";
import arSite from "@/messages/ar/site.json";
import arStatus from "@/messages/ar/status.json";
import esChannels from "@/messages/es/channels.json";
import esForwarding from "@/messages/es/forwarding.json";
import esLanguages from "@/messages/es/languages.json";
import esMails from "@/messages/es/mails.json";
import esSite from "@/messages/es/site.json";
import esStatus from "@/messages/es/status.json";
import frChannels from "@/messages/fr/channels.json";
import frForwarding from "@/messages/fr/forwarding.json";
import frLanguages from "@/messages/fr/languages.json";
import frMails from "@/messages/fr/mails.json";
import frSite from "@/messages/fr/site.json";
import frStatus from "@/messages/fr/status.json";
import koChannels from "@/messages/ko/channels.json";
import koForwarding from "@/messages/ko/forwarding.json";
import koLanguages from "@/messages/ko/languages.json";
import koMails from "@/messages/ko/mails.json";
import koSite from "@/messages/ko/site.json";
import koStatus from "@/messages/ko/status.json";
import zhChannels from "@/messages/zh/channels.json";
import zhForwarding from "@/messages/zh/forwarding.json";
import zhLanguages from "@/messages/zh/languages.json";
import zhMails from "@/messages/zh/mails.json";
import zhSite from "@/messages/zh/site.json";
import zhStatus from "@/messages/zh/status.json";
import enChannels from "@/messages/en/channels.json";
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
  channels: typeof enChannels;
  status: typeof enStatus;
  mails: typeof enMails;
  forwarding: typeof enForwarding;
  languages: typeof enLanguages;
  desk: typeof enDesk;
};

const all: Record<Locale, Messages> = {
  en: {
    site: enSite,
    channels: enChannels,
    status: enStatus,
    mails: enMails,
    forwarding: enForwarding,
    languages: enLanguages,
    desk: enDesk,
  },
  fr: {
    site: frSite,
    channels: frChannels,
    status: frStatus,
    mails: frMails,
    forwarding: frForwarding,
    languages: frLanguages,
    desk: enDesk,
  },
  es: {
    site: esSite,
    channels: esChannels,
    status: esStatus,
    mails: esMails,
    forwarding: esForwarding,
    languages: esLanguages,
    desk: enDesk,
  },
  ar: {
    site: arSite,
    channels: arChannels,
    status: arStatus,
    mails: arMails,
    forwarding: arForwarding,
    languages: arLanguages,
    desk: enDesk,
  },
  zh: {
    site: zhSite,
    channels: zhChannels,
    status: zhStatus,
    mails: zhMails,
    forwarding: zhForwarding,
    languages: zhLanguages,
    desk: enDesk,
  },
  ko: {
    site: koSite,
    channels: koChannels,
    status: koStatus,
    mails: koMails,
    forwarding: koForwarding,
    languages: koLanguages,
    desk: enDesk,
  },
};

export function loadMessages(locale: Locale): Messages {
  return all[locale];
}
