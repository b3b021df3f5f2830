import { recipientView, type RecipientView } from "@/lib/campaigns/view";
import { env } from "@/lib/env";
import type { Channel } from "@/lib/generated/prisma/enums";
import { direction } from "@/lib/locales";
import { type ReasonView, reasonView } from "@/lib/routing/view";
import type { Review } from "@/lib/signatures/review";
import type { ComposedLetter } from "./compose";
import { type Foreign, foreignLetter, unmetLanguage } from "./reading";
import { disclosedName } from "./signed-name";
import { mergeValues, sampleFor } from "./write";

/** A letter as its writer reads it before it leaves: its head and its text. */
export type LetterView = {
  key: string;
  from: string;
  to: RecipientView;
  replyTo: string | null;
  channel: Channel | null;
  address: string | null;
  letter: ComposedLetter;
  language: string;
  dir: "ltr" | "rtl";
  /** The same in the signer's language where it leaves in another; `changed` where they wrote its body anew. */
  foreign: (Foreign & { changed: boolean }) | null;
  /** The language its recipient reads, where there is no letter in it. */
  unmet: string | null;
  /** Why this recipient, where rules say so. */
  reason: ReasonView | null;
};

/** The letters of a checked draft with the head each will carry. */
export function letterViews(review: Extract<Review, { letters: unknown }>, locale: string): LetterView[] {
  const { appeal, signer } = review;
  const fallback = appeal.defaultLanguage;
  return review.letters.map(({ recipient, address, language, letter, reason }) => {
    const sample = sampleFor(appeal.revision, recipient.id, { language, fallback });
    const valuesIn = (other: string) => mergeValues(recipient, signer, { language: other, fallback });
    const foreign = foreignLetter(appeal, sample, { locale, valuesIn });
    const changed = letter.body.trim() !== sample.body.trim();
    const sender = appeal.organisation.senderAddress ?? env().MAIL_FROM;
    const name = disclosedName(signer.name, signer.disclosure);
    return {
      key: recipient.id,
      from: address?.channel === "email" ? `${name} <${sender}>` : name,
      to: recipientView(recipient, locale, fallback),
      replyTo: repliesTo(signer),
      channel: address?.channel ?? null,
      address: address?.value ?? null,
      letter,
      language,
      dir: direction(language),
      foreign: foreign && { ...foreign, changed },
      unmet: unmetLanguage(recipient, language),
      reason: reason && reasonView(reason, signer.country, locale),
    };
  });
}

/** The address replies go to: the signer's own only by consent, and only under a full name. */
export function repliesTo(signer: { email: string; disclosure: string; replyConsent: boolean }): string | null {
  return signer.replyConsent && signer.disclosure === "full" ? signer.email : null;
}
