import countries from "i18n-iso-countries";
import { offeredLanguages } from "@/lib/letters/languages";
import { languageSchema } from "@/lib/letters/schema";

/** A name in the form in which names are held against each other: no case, accents or signs, no article. */
export function folded(name: string): string {
  const plain = /^[\x20-\x7e]*$/.test(name) ? name : name.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:the|la|le|el|al) /, "");
}

/** A country by its code of two or three letters, or by its name in one of many languages; "" when it is none. */
export function readCountry(typed: string): string {
  const code = typed.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && countries.isValid(code)) return code;
  if (/^[A-Z]{3}$/.test(code)) return countries.alpha3ToAlpha2(code) ?? countryNamed(typed);
  return countryNamed(typed);
}

/**
 * A language by its tag (RFC 5646), or by its name; "" when it is none.
 * @param among the languages that the name may be in
 */
export function readLanguage(typed: string, among: readonly string[] = offeredLanguages): string {
  const tag = typed.trim().replace("_", "-");
  if (languageSchema.safeParse(tag.toLowerCase()).success) return tag.toLowerCase();
  if (languageSchema.safeParse(tag).success) return tag;
  return languageNamed(typed, among);
}

type Names = Map<string, string>;

// All names in all languages take 50 ms to make, and most that are asked for are in the first.
const countryNames = new Map<string, Names>();
const languageNames = new Map<string, Names>();
const common = ["en", "es", "fr", "de", "pt", "it", "ko"];

function countryNamed(name: string): string {
  const languages = new Set([...common, ...countries.getSupportedLanguages()]);
  return find(folded(name), languages, countryNames, (language) =>
    Object.entries(countries.getNames(language, { select: "all" })).flatMap(([code, names]) =>
      [names].flat().map((one): [string, string] => [one, code]),
    ),
  );
}

function languageNamed(name: string, among: readonly string[]): string {
  return find(folded(name), among, languageNames, (language) => {
    const names = new Intl.DisplayNames([language], { type: "language", fallback: "none" });
    return offeredLanguages.flatMap((code): [string, string][] => {
      const one = names.of(code);
      return one ? [[one, code]] : [];
    });
  });
}

/** The code of a name in the first language that has it; the names of a language are made when it is first asked. */
function find(
  name: string,
  languages: Iterable<string>,
  made: Map<string, Names>,
  namesIn: (language: string) => [string, string][],
): string {
  for (const language of languages) {
    const names = made.get(language) ?? firstOf(namesIn(language));
    made.set(language, names);
    const code = names.get(name);
    if (code !== undefined) return code;
  }
  return "";
}

/** Of two that are called alike, such as the two Congos, the first. */
function firstOf(named: [string, string][]): Names {
  const names: Names = new Map();
  for (const [one, code] of named) if (!names.has(folded(one))) names.set(folded(one), code);
  return names;
}
