import { getAppealOf } from "@/lib/campaigns/queries";
import { draftSignature } from "./draft";
import { getDraft } from "./get-draft";
import { openSubmission } from "./open";
import { signerSchema, type Typed } from "./schema";

/** What of a draft says who is written to, and how. */
export type Rerouting = Pick<Typed, "country" | "ownClient">;

/**
 * Makes another draft of one on its check page, with another country or another way to send and every word as it was: who is
 * written to is decided anew.
 * @returns the token of the new check page
 * @throws Refusal link-unknown, draft-expired, draft-sent, campaign-paused, campaign-closed, too-many-requests
 */
export async function rerouteDraft(token: string, changes: Rerouting, network: string): Promise<string> {
  const draft = await getDraft(token);
  const { slug, revision } = await getAppealOf(draft);
  const typed = { ...(await openSubmission(draft)), ...changes };
  const { language, letterLanguage: bodyLanguage, partner } = draft;
  const writing = signerSchema.shape.writing.parse(typed.writing);
  const from = { revision: revision.number, bodyLanguage, writing };
  return draftSignature({ slug, language, typed, ...from, partner, network });
}
