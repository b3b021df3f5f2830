import { scriptOf } from "./languages/match";

/** The languages of the public side: one folder in `messages/` each. The first is the fall-back. */
export const locales = ["en", "fr", "es", "ar", "zh", "ko"] as const;
export type Locale = (typeof locales)[number];

/** What each language calls itself, and the sign of it where there is little room. */
export const ownNames: Record<Locale, { name: string; short: string }> = {
  en: { name: "English", short: "EN" },
  fr: { name: "Français", short: "FR" },
  es: { name: "Español", short: "ES" },
  ar: { name: "العربية", short: "العربية" },
  zh: { name: "简体中文", short: "中文" },
  ko: { name: "한국어", short: "한국어" },
};

// ISO 15924.
const rightToLeft: readonly string[] = ["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];

export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

/** The first part of a language tag (RFC 5646 §2.2.1): what is written is in that language, wherever and in whatever script. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split("-", 1).join();
}

/** The language of ours in which to speak to a reader of `tag` (RFC 5646); null for one we do not speak. */
export function localeFor(tag: string): Locale | null {
  const primary = primaryLanguage(tag);
  return isLocale(primary) ? primary : null;
}

/** A language of ours as a document says it (RFC 5646): our Chinese is written in simplified characters. */
export function languageTag(locale: string): string {
  return locale === "zh" ? "zh-Hans" : locale;
}

/** The writing direction of a language (BCP 47), also of one the interface does not speak. */
export function direction(language: string): "ltr" | "rtl" {
  return rightToLeft.includes(scriptOf(language) ?? "") ? "rtl" : "ltr";
}
