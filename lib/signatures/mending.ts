import { type Appeal, findAppeal } from "@/lib/campaigns/queries";
import { countryName } from "@/lib/format";
import { editorLetter } from "@/lib/letters/editor";
import { listSheets } from "@/lib/letters/list-sheets";
import { addressAll, bodyLanguageOf } from "@/lib/letters/sheets";
import { routeSigner } from "@/lib/routing/route-signer";
import { asCampaignTakes } from "./as-campaign-takes";
import { carryOver } from "./carry-over";
import { checkTyped, type Issue } from "./check";
import type { Review } from "./review";
import type { Typed } from "./schema";

/** A draft as a form again: the appeal and its letter as they are now, what was typed, and what is wrong with it. */
export type Mending = {
  appeal: Appeal;
  letter: ReturnType<typeof editorLetter>;
  typed: Typed;
  partner: string;
  issues: Issue[];
};

/** The language of the page, and what its letter says while there is no name and no country. */
type Reader = { locale: string; name: string; country: string };

/**
 * What stands in the form in which a draft is changed. Its letter is that of the newest revision; what was typed into an older one
 * is brought over.
 */
export async function getMending(review: Review, { locale, ...unknown }: Reader): Promise<Mending> {
  const { appeal: drafted, bodyLanguage: said, partner } = review;
  const appeal = (await findAppeal(drafted.slug)) ?? drafted;
  const bodyLanguage = bodyLanguageOf(appeal, said, locale);
  const from = drafted.revision.number;
  const typed = asCampaignTakes(await carryOver(review.typed, appeal, { from, said, bodyLanguage }), appeal);
  const placeholders = {
    name: typed.name || unknown.name,
    country: (language: string) => (typed.country ? countryName(typed.country, language) : unknown.country),
  };
  const sheets = await listSheets(appeal, locale);
  const letter = editorLetter(appeal, locale, typed, { placeholders, sheets, bodyLanguage });
  const asDrafted = from === appeal.revision.number || review.signer !== null;
  return { appeal, letter, typed, partner, issues: asDrafted ? review.issues : await listIssues() };

  /** What is wrong with it on the letter of now. */
  async function listIssues(): Promise<Issue[]> {
    const letters = addressAll(appeal, await routeSigner(appeal, typed.country ?? ""), locale);
    return checkTyped(typed, { appeal, letters, bodyLanguage }, locale).issues;
  }
}
