import { languages } from "@/lib/campaigns/schema";
import { isLocale } from "@/lib/locales";
import { languageName } from "./language-name";
import type { LanguageChoices } from "./language-options";

/** The languages an appeal may be written in. For the server. @param but those that are left out */
export function languageChoices(but: readonly string[] = []): LanguageChoices {
  return sortedChoices(languages.filter((code) => !but.includes(code)));
}

/** Languages to choose from, by their English names. For the server. */
export function sortedChoices(codes: readonly string[]): LanguageChoices {
  const all = codes
    .map((code) => ({ code, name: languageName(code) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "en"));
  return { site: all.filter(({ code }) => isLocale(code)), others: all.filter(({ code }) => !isLocale(code)) };
}
