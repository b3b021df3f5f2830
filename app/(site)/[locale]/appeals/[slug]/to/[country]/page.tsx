import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NoEmbassy } from "@/components/campaigns/no-embassy";
import { WrittenList } from "@/components/campaigns/written-list";
import { Plain } from "@/components/site/plain";
import { countryName, isCountry } from "@/lib/format";
import { listWrittenFrom } from "@/lib/routing/list-written-from";

type Params = { params: Promise<{ locale: string; slug: string; country: string }> };

export async function generateMetadata({ params }: Params) {
  const { locale, country } = await params;
  const t = await getTranslations({ locale, namespace: "channels.routing" });
  return { title: t("title", { country: countryName(country, locale) }), robots: { index: false } };
}

/** Who is written to from one country. The appeal's page takes its list from here as soon as a country is chosen. */
export default async function WrittenFromPage({ params }: Params) {
  const { locale, slug, country } = await params;
  setRequestLocale(locale);
  const found = isCountry(country) ? await listWrittenFrom(slug, country, locale) : null;
  if (!found) notFound();
  const t = await getTranslations("channels.routing");
  const name = countryName(country, locale);
  const title = t("title", { country: name });
  return (
    <Plain title={title}>
      <div data-written={title}>
        <WrittenList written={found.written} />
        <NoEmbassy unmet={found.unmet} country={name} />
      </div>
      <p>
        <a href={`/${locale}/appeals/${slug}`} className="link-line">
          {t("back")}
        </a>
      </p>
    </Plain>
  );
}
