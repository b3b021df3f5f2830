import { createTranslator } from "use-intl/core";
import { loadMessages } from "@/lib/messages";
import { confirmDays, type MailContent } from "./mail-content";
import type { MailPart } from "./mail-parts";

/**
 * A mail about a sensitive campaign: it names nobody and nothing, neither appeal, person at risk, recipient, letter, organisation
 * nor its reader, for whoever holds the phone may read it. What it does not say stands on the page behind its link.
 */
export function quietMail({ kind, locale, link, news }: MailContent): { subject: string; parts: MailPart[] } {
  const t = createTranslator({ locale, messages: loadMessages(locale).signer });
  const about = kind === "confirmation" || kind === "stopped" ? kind : "other";
  const after = about === "confirmation" ? { after: t("quiet.confirmation.days", { days: confirmDays }) } : {};
  return {
    subject: t(`quiet.${about}.subject`),
    parts: [
      { kind: "words", text: t(`quiet.${about}.what`) },
      { kind: "act", before: t(`quiet.${about}.act`), href: link, button: t("button.quiet"), ...after },
      { kind: "aside", text: t("quiet.notYou") },
      ...(news ? [{ kind: "aside" as const, text: t("quiet.end"), href: news.end }] : []),
    ],
  };
}
