import countries from "i18n-iso-countries";
import { offeredLanguages } from "@/lib/letters/languages";
import { languageSchema } from "@/lib/letters/schema";

/** A name in the form in which names are held against each other: no case, accents or signs, no article. */
export function folded(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:the|la|le|el|al) /, "");
}

/** A country by its code of two or three letters, or by its name in one of many languages; "" when it is none. */
export function readCountry(typed: string): string {
  const code = typed.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && countries.isValid(code)) return code;
  if (/^[A-Z]{3}$/.test(code)) return countries.alpha3ToAlpha2(code) ?? countryNames().get(folded(typed)) ?? "";
  return countryNames().get(folded(typed)) ?? "";
}

/** A language by its tag (RFC 5646), or by its name in one of the languages letters are offered in; "" when it is none. */
export function readLanguage(typed: string): string {
  const tag = typed.trim().replace("_", "-");
  if (languageSchema.safeParse(tag.toLowerCase()).success) return tag.toLowerCase();
  if (languageSchema.safeParse(tag).success) return tag;
  return languageNames().get(folded(typed)) ?? "";
}

const lazy: { countries?: Map<string, string>; languages?: Map<string, string> } = {};

function countryNames(): Map<string, string> {
  return (lazy.countries ??= new Map(
    countries
      .getSupportedLanguages()
      .flatMap((language) =>
        Object.entries(countries.getNames(language, { select: "all" })).flatMap(([code, names]) =>
          [names].flat().map((name): [string, string] => [folded(name), code]),
        ),
      ),
  ));
}

function languageNames(): Map<string, string> {
  return (lazy.languages ??= new Map(
    offeredLanguages.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: "language", fallback: "none" });
      return offeredLanguages.flatMap((code): [string, string][] => {
        const name = names.of(code);
        return name ? [[folded(name), code]] : [];
      });
    }),
  ));
}
