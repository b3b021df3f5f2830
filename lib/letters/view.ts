import { recipientView, type RecipientView } from "@/lib/campaigns/view";
import { env } from "@/lib/env";
import type { Channel } from "@/lib/generated/prisma/enums";
import { direction } from "@/lib/locales";
import { isCarried } from "@/lib/recipients/carried";
import { type ReasonView, reasonView } from "@/lib/routing/view";
import type { Review } from "@/lib/signatures/review";
import { disclosedName, type ComposedLetter } from "./compose";

/** A letter as its writer reads it before it leaves: its head and its text. */
export type LetterView = {
  key: string;
  from: string;
  to: RecipientView;
  replyTo: string | null;
  channel: Channel | null;
  /** Whether we send it; else its writer does. */
  carried: boolean;
  address: string | null;
  letter: ComposedLetter;
  language: string;
  dir: "ltr" | "rtl";
  /** Why this recipient, where rules say so. */
  reason: ReasonView | null;
};

/** The letters of a checked draft with the head each will carry. */
export function letterViews(review: Extract<Review, { letters: unknown }>, locale: string): LetterView[] {
  const { appeal, signer, letterLanguage: language } = review;
  return review.letters.map(({ recipient, address, channel, letter, reason }) => {
    const sender = appeal.organisation.senderAddress ?? env().MAIL_FROM;
    const name = disclosedName(signer.name, signer.disclosure);
    return {
      key: recipient.id,
      from: channel === "email" ? `${name} <${sender}>` : channel === "own_client" ? `${name} <${signer.email}>` : name,
      to: recipientView(recipient, locale, appeal.defaultLanguage),
      replyTo: repliesTo(signer),
      channel,
      carried: channel !== null && isCarried(channel),
      address: address?.value ?? null,
      letter,
      language,
      dir: direction(language),
      reason: reason && reasonView(reason, signer.country, locale),
    };
  });
}

/** The address replies go to: the signer's own only by consent, and only under a full name. */
export function repliesTo(signer: { email: string; disclosure: string; replyConsent: boolean }): string | null {
  return signer.replyConsent && signer.disclosure === "full" ? signer.email : null;
}
