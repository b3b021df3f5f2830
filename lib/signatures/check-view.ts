import { saidLines } from "@/lib/letters/said-lines";
import { letterViews } from "@/lib/letters/view";
import { byMail } from "./by-mail";
import type { Review } from "./review";

/** A draft without faults. */
type Checked = Extract<Review, { letters: unknown }>;

/** What the check page of a draft shows. @param locale the language of the page */
export function checkView(review: Checked, locale: string) {
  const { appeal, signer, letters, missing, own, unused, unmet, typed } = review;
  const counted = signer.disclosure === "counted";
  const unwritten = counted || letters.length === 0;
  const isOwn = signer.writing === "own";
  const mailed = byMail(letters);
  return {
    email: signer.email,
    country: signer.country,
    writing: signer.writing,
    /** Whether no recipient learns of it, as its writer chose. */
    counted,
    /** Whether no letter will leave. */
    unwritten,
    letters: letterViews(review, locale),
    unmet,
    /** Of one's own words what they should say. */
    said: isOwn && !counted ? saidLines(appeal, locale, missing) : null,
    /** Of another text what has gone from it. */
    missing: isOwn ? [] : missing,
    unused: unwritten ? [] : unused,
    leftOut: typed.leftOut ? [typed.leftOut] : [],
    overtaken: typed.overtaken !== undefined,
    /** What goes by e-mail, where its writer may choose who sends it. */
    sending: mailed.count > 0 && signer.disclosure === "full" ? { own: mailed.own, byMail: mailed.count } : null,
    own,
    /** Whose members may read it. Said to everybody, so that nobody learns what is looked for. */
    readers: !unwritten && appeal.doNotMention.length > 0 ? appeal.organisation.name : null,
  };
}

export type CheckView = ReturnType<typeof checkView>;
