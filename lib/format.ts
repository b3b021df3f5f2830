import countries from "i18n-iso-countries";
import { englishNames } from "./english-names";

/** Whether a code (ISO 3166-1 alpha-2) is that of a country. */
export function isCountry(code: string): boolean {
  return Object.hasOwn(countries.getAlpha2Codes(), code);
}

/** A country's name in a language, by its code (ISO 3166-1 alpha-2); the code itself when there is no name for it. */
export function countryName(code: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return nameIn(language, "countries", code) ?? regionNames(language).of(code) ?? code;
}

/**
 * The desk is drawn twice, here and in the browser, and both have to say the same: browsers leave out names that Node has
 * (Dzongkha) and call places otherwise (Hong Kong). Null in other languages, which no page is drawn twice in, and for rare tags.
 */
function nameIn(language: string, of: keyof typeof englishNames, code: string): string | null {
  if (language !== "en") return null;
  const names: Record<string, string> = englishNames[of];
  return Object.hasOwn(names, code) ? (names[code] ?? null) : null;
}

// Making one costs more than all the names it will be asked for.
const regionNamesBy = new Map<string, Intl.DisplayNames>();

function regionNames(language: string): Intl.DisplayNames {
  const names = regionNamesBy.get(language) ?? new Intl.DisplayNames([language], { type: "region", fallback: "code" });
  regionNamesBy.set(language, names);
  return names;
}

/** A language's name in another, by its code (BCP 47); the code itself, or nothing, when there is no name for it. */
export function languageName(code: string, language: string): string {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(code)) return code;
  return nameIn(language, "languages", code) ?? languageNames(language).of(code) ?? code;
}

const languageNamesBy = new Map<string, Intl.DisplayNames>();

function languageNames(language: string): Intl.DisplayNames {
  const names =
    languageNamesBy.get(language) ?? new Intl.DisplayNames([language], { type: "language", fallback: "code" });
  languageNamesBy.set(language, names);
  return names;
}

/** All countries in the order of the reader's alphabet. */
export function listCountries(language: string): { code: string; name: string }[] {
  const collator = new Intl.Collator(language);
  return Object.keys(countries.getAlpha2Codes())
    .map((code) => ({ code, name: countryName(code, language) }))
    .toSorted((one, other) => collator.compare(one.name, other.name));
}

/** The codes of the countries that have these words in their English name, in capitals or not. */
export function countriesNamed(words: string): string[] {
  const sought = words.trim().toLowerCase();
  return listCountries("en").flatMap(({ code, name }) => (name.toLowerCase().includes(sought) ? [code] : []));
}

// What a language alone does not say: English dates are written the British way here.
const regions: Record<string, string> = { en: "en-GB" };

/** A moment as date and time of day, in the reader's language and the given time zone (IANA). */
export function formatMoment(at: Date, language: string, timeZone: string): { date: string; time: string } {
  const locale = regions[language] ?? language;
  const { dates, times } = momentFormats(locale, timeZone);
  return { date: dates.format(at), time: times.format(at) };
}

/** A deadline as date and time of day in its own zone (IANA), which is named in the reader's language: China Standard Time. */
export function formatDeadline({ at, zone }: { at: Date; zone: string }, language: string) {
  const { zones } = momentFormats(regions[language] ?? language, zone);
  const name = zones.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  // Where a zone has no name, it would be the hours it is ahead.
  return { ...formatMoment(at, language, zone), zone: name && !/\d/.test(name) ? name : zoneCity(zone) };
}

type MomentFormats = Record<"dates" | "times" | "zones", Intl.DateTimeFormat>;
// Making one costs a hundred times what using it does.
const momentFormatsBy = new Map<string, MomentFormats>();

function momentFormats(locale: string, timeZone: string): MomentFormats {
  const key = `${locale} ${timeZone}`;
  const known = momentFormatsBy.get(key) ?? {
    dates: new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "long" }),
    times: new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "short" }),
    zones: new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "longGeneric" }),
  };
  momentFormatsBy.set(key, known);
  return known;
}

/** A whole number as the reader writes it. */
export function formatCount(count: number, language: string): string {
  return new Intl.NumberFormat(language).format(count);
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetOf(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", { ...clockParts, timeZone }).formatToParts(at);
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = clockOrder.map((type) =>
    Number(parts.find((part) => part.type === type)?.value),
  );
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

const clockOrder = ["year", "month", "day", "hour", "minute", "second"] as const;
const clockParts = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
} as const;

/**
 * The moment at which the clocks of a zone (IANA) show a day and time. Where they jump over it, it is what they would have
 * shown; where they show it twice, the first time.
 * @param date YYYY-MM-DD @param time HH:MM
 */
export function instantIn(timeZone: string, date: string, time: string): Date {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const day = 86_400_000;
  const offsets = [offsetOf(wall - day, timeZone), offsetOf(wall + day, timeZone)];
  const fitting = offsets.map((offset) => wall - offset).filter((at) => at + offsetOf(at, timeZone) === wall);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wall - (offsets[0] ?? 0));
}

/** What the clocks of a zone show at a moment, as form fields take it: YYYY-MM-DD and HH:MM. */
export function clockIn(timeZone: string, at: Date): { date: string; time: string } {
  const shown = new Date(at.getTime() + offsetOf(at.getTime(), timeZone)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** The city whose clocks a time zone (IANA) is named after: Buenos Aires of America/Argentina/Buenos_Aires. */
export function zoneCity(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** A time zone for a list to choose from: its city, and where that is. */
export function zoneName(zone: string): string {
  const [place, ...more] = zone.replaceAll("_", " ").split("/").slice(0, -1);
  return place ? `${zoneCity(zone)} (${[place, ...more].join(", ")})` : zoneCity(zone);
}

/** The time zones of all cities, in the order of these. */
export function allZones(): string[] {
  return Intl.supportedValuesOf("timeZone").toSorted((one, other) => (zoneCity(one) < zoneCity(other) ? -1 : 1));
}

/** The time zones there are, and those of a country apart. */
export function listZones(country: string): { near: string[]; all: string[] } {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined };
  return { near: locale.getTimeZones?.() ?? [], all: ["UTC", ...allZones()] };
}
