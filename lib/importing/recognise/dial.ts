import {
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
  type PhoneNumber,
} from "libphonenumber-js/max";

import { withPlainDigits } from "./digits";
import { withoutRange } from "./number-range";

/** A number read: E.164, or its digits alone where no country is known for it. */
export type Dialled = { value: string; country: string | null; confidence: number };

/**
 * Reads a number in any written form.
 * @param countries whose numbers need no country code, the likeliest first (ISO 3166-1 alpha-2)
 */
export function readDialled(raw: string, countries: readonly string[]): Dialled {
  const typed = tidied(raw);
  const forms = [...new Set([typed, withoutRange(typed)])];
  for (const text of forms) {
    const number = international(text, countries) ?? national(text, countries);
    if (number) return { value: number.number, country: number.country ?? null, confidence: 0.95 };
  }
  // A plus says that the country is there, whether or not a plan of today knows the number.
  const possible = forms.flatMap((text) => parse(exitless(text)) ?? []).find((one) => one.isPossible());
  if (possible) return { value: possible.number, country: possible.country ?? null, confidence: 0.6 };
  const digits = typed.replace(/\D/g, "");
  if (countries.some((country) => isCoded(typed, country)))
    return { value: `+${digits}`, country: null, confidence: 0.6 };
  if (exitless(typed).startsWith("+") && digits.length > 7) {
    return { value: `+${exitless(typed).replace(/\D/g, "")}`, country: null, confidence: 0.5 };
  }
  return { value: digits, country: null, confidence: 0.4 };
}

/** "(251) 1-552030": the country's code, and a number that its plan of today has no more. */
function isCoded(typed: string, country: string): boolean {
  const code = /^\((\d{2,3})\)/.exec(typed)?.[1];
  return code !== undefined && isSupportedCountry(country) && getCountryCallingCode(country) === code;
}

/** The trunk "(0)" is not dialled from abroad; an extension is no part of a fax number. */
function tidied(raw: string): string {
  return withPlainDigits(raw)
    .replace(/\(\s?0\s?\)/g, " ")
    .replace(/^\(\s?\+/, "+")
    .replace(/^\+\s+/, "+")
    .replace(/^\(?00\)?\s*\(?(?=[1-9])/, "+")
    .trim();
}

function exitless(text: string): string {
  return text.replace(/^\(?011\)?[\s.-]*(?=[1-9])/, "+");
}

function parse(text: string, country?: CountryCode): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, { ...(country && { defaultCountry: country }), extract: false });
}

function valid(text: string, country?: CountryCode): PhoneNumber | null {
  const number = parse(text, country);
  return number?.isValid() ? number : null;
}

function international(text: string, countries: readonly string[]): PhoneNumber | null {
  if (text.startsWith("+")) return valid(text.replace(/^\+\s?\((\d{1,3})\)/, "+$1"));
  if (/^\(?011/.test(text)) {
    const dialled = valid(exitless(text));
    if (dialled) return dialled;
  }
  const [, code = "", rest = ""] = /^\((\d{1,3})\)\s?(.+)$/.exec(text) ?? [];
  if (!code) return null;
  const number = valid(`+${code} ${rest}`);
  // "(55) 5128 …" is Mexico City in Mexico and Brazil elsewhere.
  const local = countries[0] && number?.country !== countries[0] ? national(text, countries.slice(0, 1)) : null;
  return local ?? number;
}

function national(text: string, countries: readonly string[]): PhoneNumber | null {
  for (const country of countries) {
    if (!isSupportedCountry(country)) continue;
    const code = getCountryCallingCode(country);
    const digits = text.replace(/\D/g, "");
    const coded = digits.startsWith(code) ? valid(`+${digits}`) : null;
    const number = valid(text, country) ?? coded;
    if (number) return number;
  }
  return null;
}
