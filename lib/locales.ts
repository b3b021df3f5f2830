import { scriptOf } from "./match-language";

/** The languages of the public side: one folder in `messages/` each. The first is the fall-back. */
export const locales = ["en", "ar"] as const;
export type Locale = (typeof locales)[number];

// ISO 15924.
const rightToLeft: readonly string[] = ["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];

export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

/** The writing direction of a language (BCP 47), also of one the interface does not speak. */
export function direction(language: string): "ltr" | "rtl" {
  return rightToLeft.includes(scriptOf(language) ?? "") ? "rtl" : "ltr";
}
