import { createTranslator } from "use-intl/core";
import { loadMessages } from "@/lib/messages";
import { confirmDays, type MailContent } from "./mail-content";
import type { MailPart } from "./mail-parts";

/**
 * A mail about a sensitive campaign: it names nobody and nothing, neither appeal, person at risk, recipient, letter, organisation
 * nor its reader, for whoever holds the phone may read it. What it does not say stands on the page behind its link.
 */
export function quietMail({ kind, locale, link, news }: MailContent): { subject: string; parts: MailPart[] } {
  const t = createTranslator({ locale, namespace: "signer.quiet", messages: loadMessages(locale) });
  const about = kind === "confirmation" || kind === "stopped" ? kind : "other";
  const after = about === "confirmation" ? { after: t("confirmation.days", { days: confirmDays }) } : {};
  return {
    subject: t(`${about}.subject`),
    parts: [
      { kind: "words", text: t(`${about}.what`) },
      { kind: "act", before: t(`${about}.act`), href: link, button: t("button"), ...after },
      { kind: "aside", text: t("notYou") },
      ...(news ? [{ kind: "aside" as const, text: t("end"), href: news.end }] : []),
    ],
  };
}
