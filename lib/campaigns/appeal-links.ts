import { direction } from "@/lib/locales";
import { type Appeal, inLanguage, listOpenAppeals } from "./queries";

/** What a link to an appeal says, in one language. */
export function appealLink({ slug, revision, defaultLanguage }: Appeal, locale: string) {
  const { request, title, language } = inLanguage(revision.texts, locale, defaultLanguage);
  return { href: `/${locale}/appeals/${slug}`, request, title, language, dir: direction(language) };
}

/**
 * The newest appeals people can write for now.
 * @param but an appeal that is left out, by its slug
 */
export async function listOpenLinks(locale: string, { but, most }: { but?: string; most: number }) {
  const { appeals } = await listOpenAppeals(undefined, most + 2);
  return appeals
    .filter(({ state, slug }) => state === "live" && slug !== but)
    .slice(0, most)
    .map((appeal) => appealLink(appeal, locale));
}
