import { orRefusal, Refusal } from "@/lib/errors";
import { draftSignature } from "./draft";
import type { SignForm } from "./form";
import { rerouteDraft } from "./reroute";
import { signAppeal } from "./sign";

/** What a check page posts: what is to be done, the appeal it is about, and what the page still has of its draft. */
export type DraftAct = { act: string | null; slug: string | null; form: SignForm };

type Reader = { language: string; network: string };

/** What comes next: the draft was sent, or there is one to look at, another because its hour was over if `late`. */
export type DraftActed = { sent: string } | { check: string; late: boolean };

/**
 * Sends a checked draft, with the same answer for everybody; or asks anew who it goes to, and how. Of a draft whose hour is over
 * a new one is made from what the page still had, to be looked at once more; one whose revision was superseded meanwhile has to be
 * looked at beside the letter of now.
 * @returns `sent`: the slug of the appeal; `check`: the token of the draft to look at
 * @throws Refusal link-unknown, draft-expired, draft-sent, not-found, campaign-paused, campaign-closed, not-signable,
 *   too-many-requests
 */
export async function actOnDraft(
  token: string,
  { act, slug, form }: DraftAct,
  { language, network }: Reader,
): Promise<DraftActed> {
  if (act === "reroute") {
    const { country, ownClient } = form.typed;
    const changes = { ...(country !== undefined && { country }), ...(ownClient !== undefined && { ownClient }) };
    return { check: await rerouteDraft(token, changes, network), late: false };
  }
  const sent = await orRefusal(signAppeal(token));
  if (sent === null) return { check: token, late: false };
  if (!(sent instanceof Refusal)) return { sent };
  if (sent.code !== "draft-expired" || !slug) throw sent;
  const { typed, bodyLanguage, revision, partner } = form;
  const again = { slug, language, typed, bodyLanguage, revision, partner, network };
  return { check: await draftSignature(again), late: true };
}
