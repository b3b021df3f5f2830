import { senderAddress } from "@/lib/campaigns/sender-address";
import type { AppealRecipient } from "@/lib/campaigns/queries";
import { recipientView, type RecipientView } from "@/lib/campaigns/view";
import type { Channel } from "@/lib/generated/prisma/enums";
import { direction } from "@/lib/locales";
import { shownAddress } from "@/lib/recipients/address";
import { isCarried } from "@/lib/recipients/carried";
import { type ReasonView, reasonView } from "@/lib/routing/view";
import type { Reason } from "@/lib/routing/decide";
import type { Review } from "@/lib/signatures/review";
import type { ComposedLetter } from "./compose";
import { countryOf } from "./postal-address";
import { postTime, type PostTime } from "./post-time";
import { type Foreign, foreignLetter, unmetLanguage } from "./reading";
import { disclosedName } from "./signed-name";
import { mergeValues, sampleFor } from "./write";

/** A letter as its writer reads it before it leaves: its head and its text. */
export type LetterView = {
  key: string;
  /** `address`: what stands behind the name in a mail. */
  from: { name: string; address: string | null };
  to: RecipientView;
  replyTo: string | null;
  channel: Channel | null;
  /** Whether we send it; else its writer does. */
  carried: boolean;
  /** As a person reads it. */
  address: string | null;
  letter: ComposedLetter;
  /** Whether its writer made another body of the sample's. */
  changed: boolean;
  language: string;
  dir: "ltr" | "rtl";
  /** How long it takes, of one by post. */
  post: PostTime | null;
  /** The same in the signer's language where it leaves in another. */
  foreign: Foreign | null;
  /** The language its recipient reads, where there is no letter in it. */
  unmet: string | null;
  /** Why this recipient, where rules say so. */
  reason: ReasonView | null;
  /** Whether it says what the first one does, to somebody else: all but its first line, which greets. */
  repeats: boolean;
};

/** The letters of a checked draft with the head each will carry. */
export function letterViews(review: Extract<Review, { letters: unknown }>, locale: string): LetterView[] {
  const { appeal, signer } = review;
  const fallback = appeal.defaultLanguage;
  const views = review.letters.map(({ recipient, address, channel, language, letter, reason }) => {
    const sample = sampleFor(appeal.revision, recipient.id, { language, fallback });
    const valuesIn = (other: string) => mergeValues(recipient, signer, { language: other, fallback });
    const foreign = foreignLetter(appeal, sample, { locale, valuesIn });
    const sender = senderAddress(appeal.organisation);
    const name = disclosedName(signer.name, signer.disclosure);
    return {
      key: recipient.id,
      from: { name, address: channel === "email" ? sender : channel === "own_client" ? signer.email : null },
      to: recipientView(recipient, locale, fallback),
      replyTo: repliesTo(signer),
      channel,
      carried: channel !== null && isCarried(channel),
      address: address && channel ? shownAddress({ channel, value: address.value }) : null,
      letter,
      changed: letter.body.trim() !== sample.body.trim(),
      language,
      dir: direction(language),
      post: channel === "post" && address ? timeOf(address.value, recipient, reason) : null,
      foreign,
      unmet: unmetLanguage(recipient, language),
      reason: reason && reasonView(reason, signer.country, locale),
    };
  });
  const [first] = views.map(saidIn);
  return views.map((view, at) => ({ ...view, repeats: at > 0 && saidIn(view) === first }));

  function timeOf(address: string, { country }: Pick<AppealRecipient, "country">, reason: Reason | null): PostTime {
    const to = countryOf(address, seatOf(reason) ?? country);
    return postTime(signer.country, to, { now: new Date(), deadline: appeal.deadlineAt });
  }
}

function saidIn({
  language,
  letter: { subject, opening, body, ownWords, closing },
}: Omit<LetterView, "repeats">): string {
  const [, ...afterGreeting] = opening.split("\n");
  return JSON.stringify([language, subject, afterGreeting, body, ownWords, closing]);
}

/** The country an embassy stands in, as far as the reason for writing to it says. */
export function seatOf(reason: Reason | null): string | undefined {
  return reason?.kind === "embassy" || reason?.kind === "accredited" ? reason.host : undefined;
}

/** The address replies go to: the signer's own only by consent, and only under a full name. */
export function repliesTo(signer: { email: string; disclosure: string; replyConsent: boolean }): string | null {
  return signer.replyConsent && signer.disclosure === "full" ? signer.email : null;
}
