import { type Appeal, findAppeal } from "@/lib/campaigns/queries";
import { addressAll, bodyLanguageOf } from "@/lib/letters/sheets";
import { routeSigner } from "@/lib/routing/route-signer";
import { asCampaignTakes } from "./as-campaign-takes";
import { carryOver } from "./carry-over";
import { checkTyped, type Issue } from "./check";
import type { Review } from "./review";
import type { Typed } from "./schema";

/** A draft as a form again: the appeal as it is now, what was typed, and what is wrong with it. */
export type Mending = { appeal: Appeal; typed: Typed; bodyLanguage: string; partner: string; issues: Issue[] };

/**
 * What stands in the form in which a draft is changed. Its letter is that of the newest revision; what was typed into an older one
 * is brought over.
 * @param reader the language of the page
 */
export async function getMending(review: Review, reader: string): Promise<Mending> {
  const { appeal: drafted, bodyLanguage: said, partner } = review;
  const appeal = (await findAppeal(drafted.slug)) ?? drafted;
  const bodyLanguage = bodyLanguageOf(appeal, said, reader);
  const from = drafted.revision.number;
  const typed = asCampaignTakes(await carryOver(review.typed, appeal, { from, said, bodyLanguage }), appeal);
  const shown = { appeal, typed, bodyLanguage, partner };
  if (from === appeal.revision.number || review.signer) return { ...shown, issues: review.issues };
  const letters = addressAll(appeal, await routeSigner(appeal, typed.country ?? ""), reader);
  return { ...shown, issues: checkTyped(typed, { appeal, letters, bodyLanguage }, reader).issues };
}
