import { getTranslations, setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { shownIssues } from "@/app/(site)/[locale]/shown-issues";
import { RewriteForm } from "@/components/signatures/rewrite-form";
import { Page } from "@/components/site/page";
import { Refused } from "@/components/site/refused";
import { orRefusal, Refusal } from "@/lib/errors";
import { countryName } from "@/lib/format";
import { disclosedName } from "@/lib/letters/signed-name";
import { editorLetter } from "@/lib/letters/editor";
import { sheetsOf } from "@/lib/letters/sheets";
import { getRewriting } from "@/lib/signatures/rewriting";

type Params = {
  params: Promise<{ locale: string; token: string }>;
  searchParams: Promise<{ draft?: string }>;
};

/** Read once for a page and its title. */
const readRewriting = cache((token: string, draft?: string) => orRefusal(getRewriting(token, draft)));

export async function generateMetadata({ params, searchParams }: Params) {
  const { locale, token } = await params;
  const { draft } = await searchParams;
  const t = await getTranslations({ locale, namespace: "site.rewrite" });
  const rewriting = await readRewriting(token, draft);
  const errors = await getTranslations({ locale, namespace: "site.errors" });
  const toMend = !(rewriting instanceof Refusal) && rewriting.issues.length > 0;
  const title = t("title");
  return { title: toMend ? errors("page", { title }) : title, robots: { index: false } };
}

export default async function WordsPage({ params, searchParams }: Params) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const { draft } = await searchParams;
  const rewriting = await readRewriting(token, draft);
  const mine = `/${locale}/mine/${token}`;
  if (rewriting instanceof Refusal) return <Refused refusal={rewriting} locale={locale} mine={mine} />;
  const t = await getTranslations("site.rewrite");
  const { appeal, submission, routed, signer, typed, issues } = rewriting;
  const { language, letterLanguage: bodyLanguage } = submission;
  const placeholders = {
    name: disclosedName(signer.name, signer.disclosure),
    country: (code: string) => countryName(signer.country, code),
  };
  return (
    <Page measure="sheet" className="space-y-8">
      <header className="space-y-2">
        <h1 className="font-serif text-3xl font-semibold leading-tight md:text-4xl">{t("title")}</h1>
        <p className="text-lg text-muted">{t("lead")}</p>
      </header>
      <RewriteForm
        page={mine}
        letter={editorLetter(appeal, language, typed, { placeholders, sheets: sheetsOf(appeal, routed), bodyLanguage })}
        errors={await shownIssues(issues)}
      />
    </Page>
  );
}
