import { getTranslations, setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { addressing, findFrame } from "@/app/(site)/[locale]/frame";
import { shownIssues } from "@/app/(site)/[locale]/shown-issues";
import { CheckedDraft } from "@/components/signatures/checked-draft";
import { DraftAgain } from "@/components/signatures/draft-again";
import { TypedAgain } from "@/components/signatures/typed-again";
import { Page } from "@/components/site/page";
import { Refused } from "@/components/site/refused";
import { orRefusal, Refusal } from "@/lib/errors";
import { checkView } from "@/lib/signatures/check-view";
import { getMending } from "@/lib/signatures/mending";
import { getReview, type Review } from "@/lib/signatures/review";

type Params = {
  params: Promise<{ locale: string; token: string }>;
  searchParams: Promise<{ change?: string; late?: string }>;
};

/** Read once for a page and its title. */
const readReview = cache((token: string) => orRefusal(getReview(token)));

export async function generateMetadata({ params, searchParams }: Params) {
  const { locale, token } = await params;
  const { change } = await searchParams;
  const t = await getTranslations({ locale, namespace: "site.check" });
  const errors = await getTranslations({ locale, namespace: "site.errors" });
  const review = await readReview(token);
  const robots = { index: false };
  if (review instanceof Refusal) return { title: t("title"), robots };
  if (!review.signer) return { title: errors("page", { title: t("titleErrors") }), robots };
  return { title: change || review.superseded ? t("change") : t("title"), robots };
}

export default async function CheckPage({ params, searchParams }: Params) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const review = await readReview(token);
  if (review instanceof Refusal) return <Refused refusal={review} locale={locale} />;
  const { change, late } = await searchParams;
  if (!review.signer || review.superseded || change) return <Mend review={review} locale={locale} />;
  const address = await addressing();
  const page = `/${locale}/check/${token}`;
  return (
    <Page measure="sheet" className="space-y-8 leading-relaxed">
      <CheckedDraft
        view={checkView(review, locale)}
        page={address(page)}
        change={address(`${page}?change=1`)}
        late={late !== undefined}
      >
        <TypedAgain review={review} />
      </CheckedDraft>
    </Page>
  );
}

async function Mend({ review, locale }: { review: Review; locale: string }) {
  const t = await getTranslations("site.form");
  const unknown = { name: t("namePlaceholder"), country: t("countryPlaceholder") };
  const mending = await getMending(review, { locale, ...unknown });
  const address = await addressing();
  return (
    <Page measure="sheet" className="space-y-8">
      <DraftAgain
        mending={mending}
        action={address(`/${locale}/appeals/${mending.appeal.slug}`)}
        errors={await shownIssues(mending.issues)}
        framed={(await findFrame()) !== null}
      />
    </Page>
  );
}
