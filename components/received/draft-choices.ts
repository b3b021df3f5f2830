import type { LanguageChoices, NamedLanguage } from "@/components/desk/language-options";
import type { Zones } from "@/components/desk/deadline-fields";
import type { Matches } from "@/lib/received/match";

/** What there is to choose from in a draft. */
export type DraftChoices = {
  countries: { code: string; name: string }[];
  languages: LanguageChoices;
  letterLanguages: NamedLanguage[];
  zones: Zones;
  cases: { id: string; title: string }[];
  matches: Matches;
  now: Date;
};
