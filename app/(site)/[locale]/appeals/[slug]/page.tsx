import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { alternates } from "@/app/(site)/[locale]/alternates";
import { Afterwards } from "@/components/campaigns/afterwards";
import { CaseColumn } from "@/components/campaigns/case-column";
import { OembedLink } from "@/components/embeds/oembed-link";
import { PassOnFold } from "@/components/sharing/pass-on-fold";
import { SiteScript } from "@/components/site/site-script";
import { SignForm } from "@/components/signatures/sign-form";
import { appealLink, listOpenLinks } from "@/lib/campaigns/appeal-links";
import { findNewest } from "@/lib/campaigns/newest";
import { findAppeal } from "@/lib/campaigns/queries";
import { appealView } from "@/lib/campaigns/view";
import { env } from "@/lib/env";
import { feedLinks } from "@/lib/feeds/formats";
import { structuredData } from "@/lib/feeds/structured-data";
import { listCountries } from "@/lib/format";
import { editorLetter } from "@/lib/letters/editor";
import { listSheets } from "@/lib/letters/list-sheets";
import { getTotalsOf } from "@/lib/reports/queries";
import { isShared } from "@/lib/sharing/is-shared";
import { type Offer, sharingOffer } from "@/lib/sharing/offer";
import { sharingPicture } from "@/lib/sharing/picture";

type Params = { params: Promise<{ locale: string; slug: string }>; searchParams: Promise<{ via?: string }> };

export async function generateMetadata({ params }: Params) {
  const { locale, slug } = await params;
  const appeal = await findAppeal(slug);
  if (!appeal) return {};
  const view = appealView(appeal, locale);
  const t = await getTranslations({ locale, namespace: "site.appeal" });
  const feed = await getTranslations({ locale, namespace: "sharing.feed" });
  const house = await getTranslations({ locale, namespace: "site.nav" });
  const recipients = new Intl.ListFormat(locale).format(view.recipients.map(({ short }) => short));
  const { title, request } = view.text;
  const everybody = view.state === "live" && view.rules.length === 0;
  const description = everybody ? t("description", { request, recipients }) : title;
  return {
    title: request,
    description,
    alternates: {
      ...alternates(
        locale,
        `/appeals/${slug}`,
        appeal.revision.texts.map(({ language }) => language),
      ),
      types: feedLinks(locale, feed("follow")),
    },
    ...(appeal.stoppedAt ? { robots: { index: false } } : {}),
    openGraph: {
      title: request,
      description,
      locale,
      type: "article",
      siteName: house("house"),
      images: isShared(appeal) ? [sharingPicture(appeal, locale)] : [],
    },
    twitter: { card: isShared(appeal) ? "summary_large_image" : "summary", title: request, description },
  };
}

export default async function AppealPage({ params, searchParams }: Params) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const appeal = await findAppeal(slug);
  if (!appeal) notFound();
  const [totals, newest] = await Promise.all([getTotalsOf(appeal.id), findNewest(appeal.id)]);
  const form = await getTranslations("site.form");
  const placeholders = { name: form("namePlaceholder"), country: () => form("countryPlaceholder") };
  const letter = editorLetter(appeal, locale, {}, { placeholders, sheets: await listSheets(appeal, locale) });
  const { via } = await searchParams;
  const view = appealView(appeal, locale);
  const partner = typeof via === "string" ? via : "";
  const offer = sharingOffer(appeal, locale, partner);
  const over = appeal.state === "closed";
  const open = view.state === "live";
  // What was stopped is not passed on.
  const further = view.state !== "stopped" && <Further offer={offer} href={`/${locale}/appeals/${slug}/text`} />;
  const data = structuredData(appeal, locale);
  return (
    <main
      id="content"
      className={`mx-auto grid max-w-6xl gap-x-14 gap-y-10 px-5 py-8 md:py-12 ${open ? columnsOf(letter) : ""}`}
    >
      <OembedLink address={`/${locale}/appeals/${slug}`} origin={env().APP_URL} title={view.text.request} />
      <CaseColumn view={view} newer={newest && appealView(newest, locale)} totals={totals} locale={locale}>
        {over && (
          <Afterwards
            newer={newest && isShared(newest) ? appealLink(newest, locale) : null}
            others={await listOpenLinks(locale, { but: newest?.slug, most: 3 })}
            locale={locale}
          />
        )}
        {!open && further}
      </CaseColumn>
      {data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: data }} />}
      {open ? (
        <div className="space-y-10">
          <SignForm
            action={`/${locale}/appeals/${slug}`}
            letter={letter}
            typed={{}}
            partner={partner}
            countries={listCountries(locale)}
            errors={[]}
            privacyHref={`/${locale}/privacy`}
            recipientCount={appeal.recipients.length}
            disclosures={appeal.disclosures}
            appeal={appeal}
            framed={false}
          />
          {further}
        </div>
      ) : (
        (over || appeal.sensitive) && <SiteScript forgets={slug} />
      )}
    </main>
  );
}

/** What one can do with an appeal besides writing, where nobody has to pass it on the way to the letter. */
async function Further({ offer, href }: { offer: Offer | null; href: string }) {
  const t = await getTranslations("site.appeal");
  return (
    <div className="space-y-4">
      {offer && <PassOnFold offer={offer} />}
      <p className="text-sm">
        <a href={href} className="link-line">
          {t("asText")}
        </a>
      </p>
    </div>
  );
}

/** Two languages side by side take more room than one. */
function columnsOf({ foreign }: { foreign: object | null }): string {
  return foreign ? "lg:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)]" : "lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]";
}
