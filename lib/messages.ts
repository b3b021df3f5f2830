import { publicWords as ar } from "@/messages/ar/public";
import { publicWords as en } from "@/messages/en/public";
import { publicWords as es } from "@/messages/es/public";
import { publicWords as fr } from "@/messages/fr/public";
import { publicWords as ko } from "@/messages/ko/public";
import { publicWords as zh } from "@/messages/zh/public";
import enDeskAccounts from "@/messages/en/desk-accounts.json";
import enDeskCases from "@/messages/en/desk-cases.json";
import enDeskDelivery from "@/messages/en/desk-delivery.json";
import enDeskEditing from "@/messages/en/desk-editing.json";
import enDeskEditor from "@/messages/en/desk-editor.json";
import enDeskEmbed from "@/messages/en/desk-embed.json";
import enDeskForward from "@/messages/en/desk-forward.json";
import enDeskImport from "@/messages/en/desk-import.json";
import enDeskImporting from "@/messages/en/desk-importing.json";
import enDeskLetters from "@/messages/en/desk-letters.json";
import enDeskLife from "@/messages/en/desk-life.json";
import enDeskLibrary from "@/messages/en/desk-library.json";
import enDeskMany from "@/messages/en/desk-many.json";
import enDeskOverview from "@/messages/en/desk-overview.json";
import enDeskPeople from "@/messages/en/desk-people.json";
import enDeskRecipients from "@/messages/en/desk-recipients.json";
import enDeskRouting from "@/messages/en/desk-routing.json";
import enDeskSharing from "@/messages/en/desk-sharing.json";
import enDeskSignatures from "@/messages/en/desk-signatures.json";
import enDeskWriting from "@/messages/en/desk-writing.json";
import enDeskCommon from "@/messages/en/desk.json";
import type { Locale } from "@/lib/locales";

/** The desk's texts: one file for what all of it shares, one for each of its rooms. Errors of fields are one list. */
const enDesk = {
  ...enDeskAccounts,
  ...enDeskCases,
  ...enDeskDelivery,
  ...enDeskEditing,
  ...enDeskEditor,
  ...enDeskEmbed,
  ...enDeskForward,
  ...enDeskImport,
  ...enDeskImporting,
  ...enDeskLetters,
  ...enDeskLife,
  ...enDeskLibrary,
  ...enDeskMany,
  ...enDeskOverview,
  ...enDeskPeople,
  ...enDeskRecipients,
  ...enDeskRouting,
  ...enDeskSharing,
  ...enDeskSignatures,
  ...enDeskWriting,
  ...enDeskCommon,
  errors: {
    ...enDeskAccounts.errors,
    ...enDeskCases.errors,
    ...enDeskDelivery.errors,
    ...enDeskEditor.errors,
    ...enDeskEmbed.errors,
    ...enDeskImport.errors,
    ...enDeskImporting.errors,
    ...enDeskLetters.errors,
    ...enDeskLife.errors,
    ...enDeskLibrary.errors,
    ...enDeskMany.errors,
    ...enDeskOverview.errors,
    ...enDeskPeople.errors,
    ...enDeskRecipients.errors,
    ...enDeskRouting.errors,
    ...enDeskSignatures.errors,
    ...enDeskCommon.errors,
  },
};

/** Every text of the interface. The desk speaks English first; its texts stand in for the languages that have none. */
export type Messages = typeof en & { desk: typeof enDesk };

const all: Record<Locale, Messages> = {
  en: withDesk(en),
  fr: withDesk(fr),
  es: withDesk(es),
  ar: withDesk(ar),
  zh: withDesk(zh),
  ko: withDesk(ko),
};

function withDesk(words: typeof en): Messages {
  return { ...words, desk: enDesk };
}

export function loadMessages(locale: Locale): Messages {
  return all[locale];
}
