import countries from "i18n-iso-countries";

// TypeScript's library does not know it yet.
type LocaleWithWeek = Intl.Locale & { getWeekInfo: () => { weekend: number[] } };

let table: string | undefined;

/**
 * The days of the weekend by country (ISO 3166-1 alpha-2), those of most countries under "", as JSON; by ISO 8601, where Monday
 * is 1. Source: CLDR, as Node carries it.
 */
export function weekends(): string {
  table ??= JSON.stringify({ "": [6, 7], ...Object.fromEntries(Object.keys(countries.getAlpha2Codes()).map(entryOf)) });
  return table;
}

function entryOf(country: string): [string, number[]] {
  const locale = new Intl.Locale(`und-${country}`) as LocaleWithWeek;
  return [country, locale.getWeekInfo().weekend];
}
