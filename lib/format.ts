import countries from "i18n-iso-countries";

/** A country's name in a language, by its code (ISO 3166-1 alpha-2); the code itself when there is no name for it. */
export function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return regionNames(language).of(code) ?? code;
}

// Making one costs more than all the names it will be asked for.
const regionNamesBy = new Map<string, Intl.DisplayNames>();

function regionNames(language: string): Intl.DisplayNames {
  const names = regionNamesBy.get(language) ?? new Intl.DisplayNames([language], { type: "region", fallback: "code" });
  regionNamesBy.set(language, names);
  return names;
}

/** All countries in the order of the reader's alphabet. */
export function listCountries(language: string): { code: string; name: string }[] {
  const collator = new Intl.Collator(language);
  const names = regionNames(language);
  return Object.keys(countries.getAlpha2Codes())
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => collator.compare(one.name, other.name));
}

// What a language alone does not say: English dates are written the British way here.
const regions: Record<string, string> = { en: "en-GB" };

/** A moment as date and time of day, in the reader's language and the given time zone (IANA). */
export function formatMoment(at: Date, language: string, timeZone: string): { date: string; time: string } {
  const locale = regions[language] ?? language;
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at);
  return { date: part({ dateStyle: "long" }), time: part({ timeStyle: "short" }) };
}

/** A whole number as the reader writes it. */
export function formatCount(count: number, language: string): string {
  return new Intl.NumberFormat(language).format(count);
}
