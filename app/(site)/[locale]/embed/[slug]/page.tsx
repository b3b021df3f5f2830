import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { addressing } from "@/app/(site)/[locale]/frame";
import { FramedCase } from "@/components/embeds/framed-case";
import { SignForm } from "@/components/signatures/sign-form";
import { findNewest } from "@/lib/campaigns/newest";
import { findAppeal } from "@/lib/campaigns/queries";
import { appealView } from "@/lib/campaigns/view";
import { listCountries } from "@/lib/format";
import { editorLetter } from "@/lib/letters/editor";
import { listSheets } from "@/lib/letters/list-sheets";
import { getTotalsOf } from "@/lib/reports/queries";

type Params = { params: Promise<{ locale: string; slug: string }>; searchParams: Promise<{ via?: unknown }> };

export async function generateMetadata({ params }: Params) {
  const { locale, slug } = await params;
  const appeal = await findAppeal(slug);
  return appeal ? { title: appealView(appeal, locale).text.request } : {};
}

/** An appeal and its form, to stand in a page of somebody else. */
export default async function EmbedPage({ params, searchParams }: Params) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const appeal = await findAppeal(slug);
  if (!appeal) notFound();
  const [totals, newest] = await Promise.all([getTotalsOf(appeal.id), findNewest(appeal.id)]);
  const form = await getTranslations("site.form");
  const placeholders = { name: form("namePlaceholder"), country: () => form("countryPlaceholder") };
  const letter = editorLetter(appeal, locale, {}, { placeholders, sheets: await listSheets(appeal, locale) });
  const framed = await addressing();
  const { via } = await searchParams;
  const view = appealView(appeal, locale);
  return (
    <main id="content" className="space-y-8 px-5 py-6">
      <FramedCase view={view} newer={newest && appealView(newest, locale)} totals={totals} locale={locale} />
      {view.state === "live" && (
        <SignForm
          action={framed(`/${locale}/appeals/${slug}`)}
          letter={letter}
          typed={{}}
          partner={typeof via === "string" ? via : ""}
          countries={listCountries(locale)}
          errors={[]}
          privacyHref={`/${locale}/privacy`}
          recipientCount={appeal.recipients.length}
          disclosures={appeal.disclosures}
          appeal={appeal}
          framed
        />
      )}
    </main>
  );
}
