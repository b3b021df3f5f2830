import { publicDistributions, publicStates } from "@/lib/campaigns/public";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { languageTag, locales } from "@/lib/locales";
import { element, emptyElement } from "./xml";

/** Sitemaps hold 50,000 addresses at most (sitemaps.org); these are one for each language. */
const most = 2000;

type Page = { path: string; languages: readonly string[]; changed?: Date | null };

/**
 * The site map: what everybody may find, in each language it is in, with its other languages. Of appeals the newest two thousand the
 * public may see, closed ones too; not those that were stopped.
 */
export async function writeSitemap(): Promise<string> {
  const own: Page[] = ["", "/privacy"].map((path) => ({ path, languages: locales }));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...[...own, ...(await listPages())].flatMap(urlsOf),
    "</urlset>",
    "",
  ].join("\n");
}

async function listPages(): Promise<Page[]> {
  const rows = await db().campaign.findMany({
    where: {
      state: { in: [...publicStates] },
      distribution: { in: [...publicDistributions] },
      publishedAt: { not: null },
      stoppedAt: null,
    },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: most,
    select: {
      slug: true,
      defaultLanguage: true,
      revisions: {
        where: { publishedAt: { not: null } },
        orderBy: { number: "desc" },
        take: 1,
        select: { publishedAt: true, texts: { select: { language: true } } },
      },
    },
  });
  return rows.flatMap(({ slug, revisions: [revision] }) => {
    const spoken = locales.filter((locale) => revision?.texts.some(({ language }) => language === locale));
    if (!revision) return [];
    const languages = spoken.length > 0 ? spoken : locales.slice(0, 1);
    return [{ path: `/appeals/${slug}`, languages, changed: revision.publishedAt }];
  });
}

function urlsOf({ path, languages, changed }: Page): string[] {
  const at = (prefix: string) => `${env().APP_URL}${prefix}${path}`;
  const alternates = [
    ...languages.map((language) => ({ hreflang: languageTag(language), href: at(`/${language}`) })),
    { hreflang: "x-default", href: at("") },
  ].map((one) => emptyElement("xhtml:link", { rel: "alternate", ...one }));
  const since = changed ? element("lastmod", changed.toISOString()) : "";
  return languages.map((language) => `<url>${element("loc", at(`/${language}`))}${since}${alternates.join("")}</url>`);
}
