import { localeFor, locales, type Locale } from "@/lib/locales";

type Range = { range: string; q: number };

/**
 * The language to greet a visitor in (RFC 9110 §12.5.4, look-up of RFC 4647 §3.4): the range with the highest weight
 * that we speak, by its first part; the first of `locales` when there is none. A reader of traditional Chinese reads
 * simplified characters more easily than English.
 * @param header the value of Accept-Language
 */
export function negotiateLocale(header: string | null | undefined): Locale {
  for (const { range } of weighted(header ?? "")) {
    if (range === "*") break;
    const locale = localeFor(range);
    if (locale) return locale;
  }
  return locales[0];
}

/** The accepted ranges of a header such as `ar;q=0.8, en`, best first; those of weight 0 are left out. */
export function weighted(header: string): Range[] {
  const ranges = header.slice(0, 500).split(",").map(parseRange);
  return ranges.filter(({ range, q }) => range !== "" && q > 0).toSorted((a, b) => b.q - a.q);
}

function parseRange(part: string): Range {
  const [range = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter));
  const q = weight === undefined ? 1 : Number(weight.split("=")[1]);
  return { range, q: Number.isFinite(q) ? q : 0 };
}
