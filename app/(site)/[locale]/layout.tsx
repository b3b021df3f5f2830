import "@/app/site.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { findFrame } from "@/app/(site)/[locale]/frame";
import { SiteFooter } from "@/components/site/site-footer";
import { NotConnected } from "@/components/site/not-connected";
import { SiteHeader } from "@/components/site/site-header";
import { env } from "@/lib/env";
import { direction, isLocale, languageTag, locales, ownNames } from "@/lib/locales";

export const dynamic = "force-dynamic";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const t = await getTranslations({ locale, namespace: "site.nav" });
  return { metadataBase: new URL(env().APP_URL), title: { default: t("house"), template: `%s · ${t("house")}` } };
}

export default async function SiteLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  // The front door tells the path behind the language, so that a change of language stays on the page.
  const frame = await findFrame();
  const connected = env().SMTP_URL !== undefined;
  if (frame) {
    return (
      <html lang={languageTag(locale)} dir={direction(locale)} data-theme={frame.theme}>
        <body className="mx-auto max-w-3xl">
          {!connected && <NotConnected />}
          {children}
        </body>
      </html>
    );
  }
  const path = (await headers()).get("x-public-path") ?? "";
  const rest = path.startsWith("/status/") ? "" : path;
  return (
    <html lang={languageTag(locale)} dir={direction(locale)}>
      <body className="flex min-h-dvh flex-col">
        <SiteHeader
          locale={locale}
          languages={locales.map((language) => ({
            tag: languageTag(language),
            ...ownNames[language],
            href: `/${language}${rest}`,
            current: language === locale,
          }))}
        />
        {!connected && <NotConnected />}
        <div className="grow">{children}</div>
        <SiteFooter locale={locale} sourceHref={env().SOURCE_URL} />
      </body>
    </html>
  );
}
