import type { Metadata } from "next";
import { languageTag, locales } from "@/lib/locales";

/**
 * The addresses of a page that is the same for everyone: its own, itself in each language, and for all other readers the
 * address that asks their browser which one.
 * @param path what follows the language: "" or "/privacy" @param spoken the languages that what matters on it is in
 */
export function alternates(
  locale: string,
  path: string,
  spoken: readonly string[] = locales,
): NonNullable<Metadata["alternates"]> {
  const translated = locales.filter((one) => spoken.includes(one));
  return {
    canonical: `/${locale}${path}`,
    languages: {
      ...Object.fromEntries(translated.map((one) => [languageTag(one), `/${one}${path}`])),
      "x-default": path || "/",
    },
  };
}
