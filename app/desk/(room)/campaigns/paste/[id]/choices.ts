import { allowed } from "@/app/desk/allowed";
import { languageChoices } from "@/components/desk/language-choices";
import { languageName } from "@/components/desk/language-name";
import type { DraftChoices } from "@/components/received/draft-choices";
import type { Actor } from "@/lib/accounts/access";
import { listCaseChoices } from "@/lib/campaigns/case-choices";
import { countryName, listCountries, listZones } from "@/lib/format";
import { offeredLanguages } from "@/lib/letters/languages";
import type { Matches } from "@/lib/received/match";
import type { Fields } from "@/lib/received/schema";

/** What there is to choose from in a draft. */
export async function draftChoices(actor: Actor, fields: Fields, matches: Matches): Promise<DraftChoices> {
  const country = fields.country ?? "";
  return {
    countries: listCountries("en"),
    languages: languageChoices(),
    letterLanguages: offeredLanguages.map((code) => ({ code, name: languageName(code) })),
    zones: country ? { ...listZones(country), country: countryName(country, "en") } : { ...listZones("ZZ"), country },
    cases: (await allowed(listCaseChoices(actor))).map(({ id, title }) => ({ id, title })),
    matches,
    now: new Date(),
  };
}
