/** The languages of the public side: one folder in `messages/` each. The first is the fall-back. */
export const locales = ["en", "ar"] as const;
export type Locale = (typeof locales)[number];

const rightToLeft: readonly string[] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

/** The writing direction of a language, also of one the interface does not speak. */
export function direction(language: string): "ltr" | "rtl" {
  return rightToLeft.includes(language) ? "rtl" : "ltr";
}
