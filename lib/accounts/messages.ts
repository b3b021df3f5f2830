import { createTranslator } from "use-intl/core";
import { formatMoment } from "@/lib/format";
import type { Role } from "@/lib/generated/prisma/enums";
import { loadMessages } from "@/lib/messages";

export type InvitationContent = {
  organisation: string;
  /** The name of the member who invites. */
  inviter: string;
  role: Role;
  link: string;
  expiresAt: Date;
};

/**
 * Writes the mail that asks somebody to become a member, in the desk's language.
 * @returns the subject on one line, and plain text with paragraphs separated by an empty line
 */
export function writeInvitation(content: InvitationContent): { subject: string; text: string } {
  const { organisation, inviter, role, link, expiresAt } = content;
  const t = createTranslator({ locale: "en", messages: loadMessages("en").desk });
  const paragraphs = [
    t("invitationMail.opening", { inviter, organisation, role }),
    t(`roleHints.${role}`),
    `${t("invitationMail.act")}\n${link}`,
    t("invitationMail.until", formatMoment(expiresAt, "en", "UTC")),
    t("invitationMail.unexpected"),
    organisation,
  ];
  return { subject: t("invitationMail.subject", { organisation }), text: paragraphs.join("\n\n") };
}

/** Tells a member that an owner took the second factor off their account. */
export function writeSecondFactorReset(organisation: string): { subject: string; text: string } {
  const t = createTranslator({ locale: "en", messages: loadMessages("en").desk });
  const paragraphs = [
    t("secondFactorMail.opening", { organisation }),
    t("secondFactorMail.act"),
    t("secondFactorMail.unexpected"),
    organisation,
  ];
  return { subject: t("secondFactorMail.subject", { organisation }), text: paragraphs.join("\n\n") };
}

/** What a member is told of by mail when it happens to their account. */
export type AccountNews = keyof ReturnType<typeof loadMessages>["desk"]["accountMail"]["told"];

/** Tells a member what happened to their account, and what to do if it was somebody else. */
export function writeAccountNotice(content: { organisation: string; news: AccountNews; link: string; at: Date }): {
  subject: string;
  text: string;
} {
  const { organisation, news, link, at } = content;
  const t = createTranslator({ locale: "en", messages: loadMessages("en").desk });
  const paragraphs = [
    `${t(`accountMail.told.${news}`)} ${t("accountMail.when", formatMoment(at, "en", "UTC"))}`,
    t(news === "wrong-codes" ? "accountMail.ownCodes" : "accountMail.own"),
    `${t("accountMail.unexpected")}\n${link}`,
    t("accountMail.shutOut", { organisation }),
    organisation,
  ];
  return { subject: t(`accountMail.subjects.${news}`), text: paragraphs.join("\n\n") };
}
