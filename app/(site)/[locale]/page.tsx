import { getTranslations, setRequestLocale } from "next-intl/server";
import { AppealCard } from "@/components/campaigns/appeal-card";
import { Feeds } from "@/components/site/feeds";
import { Page } from "@/components/site/page";
import { inLanguage, listOpenAppeals } from "@/lib/campaigns/queries";
import { feedFormats, feedLinks } from "@/lib/feeds/formats";
import { direction } from "@/lib/locales";
import { getTotals } from "@/lib/reports/queries";
import { everConfirmed } from "@/lib/reports/schema";
import { alternates } from "./alternates";

type Params = { params: Promise<{ locale: string }> };
type Props = Params & { searchParams: Promise<{ after?: unknown }> };

export async function generateMetadata({ params, searchParams }: Props) {
  const { locale } = await params;
  const { after } = await searchParams;
  const t = await getTranslations({ locale, namespace: "site.home" });
  const path = typeof after === "string" ? `?after=${encodeURIComponent(after)}` : "";
  const feed = await getTranslations({ locale, namespace: "sharing.feed" });
  return {
    title: t("title"),
    description: t("lead"),
    alternates: { ...alternates(locale, path), types: feedLinks(locale, feed("follow")) },
  };
}

export default async function Home({ params, searchParams }: Props) {
  const { locale } = await params;
  const asked = (await searchParams).after;
  const after = typeof asked === "string" ? asked : undefined;
  setRequestLocale(locale);
  const t = await getTranslations("site.home");
  const { appeals, next } = await listOpenAppeals(after);
  const all = await getTotals(appeals.map(({ id }) => id));
  return (
    <Page measure="sheet">
      <h1 className="font-serif text-3xl font-semibold leading-tight md:text-4xl">{t("title")}</h1>
      <p className="mt-4 max-w-[52ch] text-lg text-muted">{t("lead")}</p>
      <div className="mt-10 divide-y divide-line border-y border-line empty:hidden">
        {appeals.map((appeal) => {
          const totals = all[appeal.id];
          const confirmed = totals?.confirmed ?? 0;
          const text = inLanguage(appeal.revision.texts, locale, appeal.defaultLanguage);
          return (
            <AppealCard
              key={appeal.id}
              href={`/${locale}/appeals/${appeal.slug}`}
              title={text.title}
              request={text.request}
              summary={text.summary}
              language={text.language}
              dir={direction(text.language)}
              example={appeal.nature === "example"}
              paused={appeal.state === "paused"}
              confirmed={confirmed}
              noneNow={confirmed === 0 && totals !== undefined && everConfirmed(totals)}
            />
          );
        })}
      </div>
      {(next ?? after) && (
        <nav aria-label={t("pages")} className="mt-6 flex flex-wrap justify-between gap-4">
          {after ? (
            <a href={`/${locale}`} className="link-line">
              {t("newest")}
            </a>
          ) : (
            <span />
          )}
          {next && (
            <a href={`/${locale}?after=${next}`} className="link-line">
              {t("more")}
            </a>
          )}
        </nav>
      )}
      {appeals.length === 0 && (
        <div className="mt-10">
          <h2 className="font-serif text-xl font-semibold">{t("emptyTitle")}</h2>
          <p className="mt-2 max-w-[62ch] text-muted">{t("empty")}</p>
        </div>
      )}
      <Feeds locale={locale} formats={Object.entries(feedFormats).map(([format, { name }]) => ({ format, name }))} />
    </Page>
  );
}
