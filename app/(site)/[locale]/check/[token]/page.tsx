import { getTranslations, setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { addressing, findFrame } from "@/app/(site)/[locale]/frame";
import { SaidLines } from "@/components/letters/checklist";
import { MissingLines as Missing } from "@/components/letters/missing-lines";
import { OwnMeasured } from "@/components/letters/own-meter";
import { ReviewedLetters } from "@/components/letters/reviewed-letters";
import { UnusedWords } from "@/components/letters/unused-words";
import { CountryForm, SendingForm } from "@/components/signatures/reroute-forms";
import { SignForm } from "@/components/signatures/sign-form";
import { TypedAgain } from "@/components/signatures/typed-again";
import { Page } from "@/components/site/page";
import { Refused } from "@/components/site/refused";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Refusal, orRefusal } from "@/lib/errors";
import { countryName, listCountries } from "@/lib/format";
import { editorLetter } from "@/lib/letters/editor";
import { listSheets } from "@/lib/letters/list-sheets";
import { saidLines } from "@/lib/letters/said-lines";
import { letterViews } from "@/lib/letters/view";
import { asCampaignTakes } from "@/lib/signatures/as-campaign-takes";
import { byMail } from "@/lib/signatures/by-mail";
import type { Typed } from "@/lib/signatures/schema";
import { getReview, type Review } from "@/lib/signatures/review";

type Checked = Extract<Review, { letters: unknown }>;

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
  if (!(review instanceof Refusal) && !review.signer)
    return { title: errors("page", { title: t("titleErrors") }), robots };
  return { title: change ? t("change") : t("title"), robots };
}

export default async function CheckPage({ params, searchParams }: Params) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const review = await readReview(token);
  if (review instanceof Refusal) return <Refused refusal={review} locale={locale} />;
  const { change, late } = await searchParams;
  if (!review.signer || change) return <Mend review={review} locale={locale} />;
  const t = await getTranslations("site.check");
  const w = await getTranslations("writing.late");
  const address = await addressing();
  const page = address(`/${locale}/check/${token}`);
  const mailed = byMail(review.letters);
  const counted = review.signer.disclosure === "counted" || review.letters.length === 0;
  return (
    <Page measure="sheet" className="space-y-8 leading-relaxed">
      <header className="space-y-2">
        <h1 className="font-serif text-3xl font-semibold leading-tight md:text-4xl">
          {counted ? t("titleCounted") : t("title")}
        </h1>
        <Lead review={review} locale={locale} />
      </header>
      {late && (
        <Notice kind="newer" title={w("title")}>
          {w("text")}
        </Notice>
      )}
      {review.signer.disclosure !== "counted" && (
        <CountryForm page={page} country={review.signer.country} countries={listCountries(locale)} />
      )}
      <Said review={review} locale={locale} change={address(`/${locale}/check/${token}?change=1`)} />
      {!counted && (
        <UnusedWords texts={review.unused} why="nobody" change={address(`/${locale}/check/${token}?change=1`)} />
      )}
      <LeftOut typed={review.typed} change={address(`/${locale}/check/${token}?change=1`)} />
      <ReviewedLetters letters={letterViews(review, locale)} bodyOwn={review.signer.writing !== "paragraph"} />
      {review.own && <OwnMeasured writing={review.signer.writing} own={review.own} />}
      {mailed.count > 0 && review.signer.disclosure === "full" && (
        <SendingForm page={page} own={mailed.own} byMail={mailed.count} />
      )}
      <section className="space-y-3 border-t border-line pt-6">
        <h2 className="font-serif text-xl font-semibold">{t("nextTitle")}</h2>
        <p>
          <NextStep email={review.signer.email} />
        </p>
        {/* Said to everybody, so that nobody learns what is looked for. */}
        {!counted && review.appeal.doNotMention.length > 0 && (
          <p>{t("mayRead", { organisation: review.appeal.organisation.name })}</p>
        )}
        <form method="post" action={address(`/${locale}/check/${token}`)} className="flex flex-wrap gap-3 pt-2">
          <Button look="main">{t("send")}</Button>
          <ButtonLink href={address(`/${locale}/check/${token}?change=1`)}>{t("change")}</ButtonLink>
          <TypedAgain review={review} />
        </form>
        <p className="text-sm text-muted">{t("kept")}</p>
      </section>
    </Page>
  );
}

type SaidProps = { review: Checked; locale: string; change: string };

/** What the letter says and does without: of one's own words as a list, of a text that was changed what has gone. */
function Said({ review: { appeal, signer, missing }, locale, change }: SaidProps) {
  if (signer.writing !== "own") return missing.length > 0 && <Missing missing={missing} change={change} />;
  return signer.disclosure !== "counted" && <SaidLines {...saidLines(appeal, locale, missing)} />;
}

/** What a form of before said that the campaign no longer takes. */
function LeftOut({ typed: { leftOut }, change }: { typed: Typed; change?: string }) {
  return leftOut && <UnusedWords texts={[leftOut]} why="changed" {...(change && { change })} />;
}

async function Lead({ review: { signer, letters }, locale }: { review: Checked; locale: string }) {
  const t = await getTranslations("site.check");
  const routing = await getTranslations("site.routing");
  const nobody = () => routing("nobody", { country: countryName(signer.country, locale) });
  const written = () => (letters.length > 0 ? t("lead", { count: letters.length }) : nobody());
  return <p className="text-lg text-muted">{signer.disclosure === "counted" ? t("counted") : written()}</p>;
}

async function NextStep({ email }: { email: string }) {
  const t = await getTranslations("site.check");
  return t.rich("next", {
    email: () => (
      <bdi dir="ltr" className="font-semibold break-words">
        {email}
      </bdi>
    ),
  });
}

/** The form again, with everything that was typed and what is wrong with it. */
async function Mend({ review, locale }: { review: Review; locale: string }) {
  const t = await getTranslations("site.check");
  const form = await getTranslations("site.form");
  const words = await getTranslations("site.errors");
  const { appeal, bodyLanguage, partner } = review;
  const typed = asCampaignTakes(review.typed, appeal);
  const address = await addressing();
  const framed = (await findFrame()) !== null;
  const placeholders = {
    name: typed.name || form("namePlaceholder"),
    country: (language: string) => (typed.country ? countryName(typed.country, language) : form("countryPlaceholder")),
  };
  const sheets = await listSheets(appeal, locale);
  const errors = review.issues.map(({ field, code, detail = "" }) => {
    const key = `${field}.${code}`;
    return { field, text: words.has(key) ? words(key, { detail }) : words("consent.invalid") };
  });
  return (
    <Page measure="sheet" className="space-y-8">
      <h1 className="font-serif text-3xl font-semibold leading-tight md:text-4xl">
        {errors.length > 0 ? t("titleErrors") : t("change")}
      </h1>
      <LeftOut typed={typed} />
      <SignForm
        action={address(`/${locale}/appeals/${appeal.slug}`)}
        letter={editorLetter(appeal, locale, typed, { placeholders, sheets, bodyLanguage })}
        typed={typed}
        partner={partner}
        countries={listCountries(locale)}
        errors={errors}
        privacyHref={`/${locale}/privacy`}
        recipientCount={appeal.recipients.length}
        disclosures={appeal.disclosures}
        appeal={appeal}
        framed={framed}
      />
    </Page>
  );
}
