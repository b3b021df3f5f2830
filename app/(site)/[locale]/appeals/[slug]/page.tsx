import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { alternates } from "@/app/(site)/[locale]/alternates";
import { CaseColumn } from "@/components/campaigns/case-column";
import { OembedLink } from "@/components/embeds/oembed-link";
import { SignForm } from "@/components/signatures/sign-form";
import { findNewest } from "@/lib/campaigns/newest";
import { findAppeal } from "@/lib/campaigns/queries";
import { appealView } from "@/lib/campaigns/view";
import { env } from "@/lib/env";
import { listCountries } from "@/lib/format";
import { editorLetter } from "@/lib/letters/editor";
import { listReachedStanding } from "@/lib/letters/list-reached-standing";
import { getTotalsOf } from "@/lib/reports/queries";

type Params = { params: Promise<{ locale: string; slug: string }>; searchParams: Promise<{ via?: string }> };

export async function generateMetadata({ params }: Params) {
  const { locale, slug } = await params;
  const appeal = await findAppeal(slug);
  if (!appeal) return {};
  const view = appealView(appeal, locale);
  const t = await getTranslations({ locale, namespace: "site.appeal" });
  const recipients = new Intl.ListFormat(locale).format(view.recipients.map(({ short }) => short));
  const { title, request } = view.text;
  const everybody = view.state === "live" && view.rules.length === 0;
  const description = everybody ? t("description", { request, recipients }) : title;
  return {
    title: request,
    description,
    alternates: alternates(
      locale,
      `/appeals/${slug}`,
      appeal.revision.texts.map(({ language }) => language),
    ),
    openGraph: { title: request, description, locale, type: "article" },
  };
}

export default async function AppealPage({ params, searchParams }: Params) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const appeal = await findAppeal(slug);
  if (!appeal) notFound();
  const [totals, newest] = await Promise.all([getTotalsOf(appeal.id), findNewest(appeal.id)]);
  const form = await getTranslations("site.form");
  const placeholders = { name: form("namePlaceholder"), country: form("countryPlaceholder") };
  const reached = await listReachedStanding(appeal);
  const { via } = await searchParams;
  const view = appealView(appeal, locale);
  const columns = appeal.state === "live" ? "lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]" : "";
  return (
    <main id="content" className={`mx-auto grid max-w-6xl gap-x-14 gap-y-10 px-5 py-8 md:py-12 ${columns}`}>
      <OembedLink address={`/${locale}/appeals/${slug}`} origin={env().APP_URL} title={view.text.request} />
      <CaseColumn view={view} newer={newest && appealView(newest, locale)} totals={totals} locale={locale} />
      {appeal.state === "live" && (
        <SignForm
          action={`/${locale}/appeals/${slug}`}
          letter={editorLetter(appeal, locale, {}, { placeholders, reached })}
          typed={{}}
          partner={typeof via === "string" ? via : ""}
          countries={listCountries(locale)}
          errors={[]}
          privacyHref={`/${locale}/privacy`}
          recipientCount={appeal.recipients.length}
        />
      )}
    </main>
  );
}
