import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { FrameFoot, type FrameLanguage } from "@/components/embeds/frame-foot";
import { findFrame } from "@/app/(site)/[locale]/frame";
import { findEmbedHosts } from "@/lib/embeds/queries";
import { languageTag, locales, ownNames } from "@/lib/locales";

type Props = { children: ReactNode; params: Promise<{ locale: string; slug: string }> };

/** Found under the appeal's own page alone. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return { robots: { index: false }, alternates: { canonical: `/${locale}/appeals/${slug}` } };
}

/** What all pages in a frame share: who may show them, which the front door takes out of the head, and their foot. */
export default async function FrameLayout({ children, params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const hosts = await findEmbedHosts(slug);
  if (!hosts) notFound();
  return (
    <>
      <meta name="frame-ancestors" content={hosts.join(" ")} />
      {children}
      <FrameFoot locale={locale} slug={slug} languages={await listLanguages(locale)} />
    </>
  );
}

/** The appeal's frame in the other languages; on its further pages none, since what was typed would be left behind. */
async function listLanguages(locale: string): Promise<FrameLanguage[]> {
  const frame = await findFrame();
  if (!frame?.isFirst) return [];
  return locales
    .filter((one) => one !== locale)
    .map((one) => ({
      tag: languageTag(one),
      name: ownNames[one].name,
      href: `/${one}/embed/${frame.slug}${frame.query}`,
    }));
}
