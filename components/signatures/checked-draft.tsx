import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NoEmbassy } from "@/components/campaigns/no-embassy";
import { SaidLines } from "@/components/letters/checklist";
import { MissingLines } from "@/components/letters/missing-lines";
import { OwnMeasured } from "@/components/letters/own-meter";
import { ReviewedLetters } from "@/components/letters/reviewed-letters";
import { UnusedWords } from "@/components/letters/unused-words";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { countryName, listCountries } from "@/lib/format";
import type { CheckView } from "@/lib/signatures/check-view";
import { Overtaken } from "./overtaken";
import { CountryForm, SendingForm } from "./reroute-forms";

type CheckedDraftProps = {
  view: CheckView;
  /** Its check page. */
  page: string;
  /** Where it is changed. */
  change: string;
  /** Whether it was made anew because its hour was over. */
  late: boolean;
  /** All that was typed, unseen. */
  children: ReactNode;
};

/** A draft as it will leave, and the button that asks for the mail. */
export function CheckedDraft({ view, page, change, late, children }: CheckedDraftProps) {
  const t = useTranslations("site.check");
  const over = useTranslations("writing.late");
  const locale = useLocale();
  const { said, missing, sending, own, writing } = view;
  return (
    <>
      <header className="space-y-2">
        <h1 className="font-serif text-3xl font-semibold leading-tight md:text-4xl">
          {view.unwritten ? t("titleCounted") : t("title")}
        </h1>
        <Lead view={view} />
        <NoEmbassy unmet={view.unmet} country={countryName(view.country, locale)} />
      </header>
      {late && (
        <Notice kind="newer" title={over("title")}>
          {over("text")}
        </Notice>
      )}
      {view.overtaken && <Overtaken />}
      {!view.counted && <CountryForm page={page} country={view.country} countries={listCountries(locale)} />}
      {said && <SaidLines {...said} />}
      {missing.length > 0 && <MissingLines missing={missing} change={change} />}
      <UnusedWords texts={view.unused} why="nobody" change={change} />
      <UnusedWords texts={view.leftOut} why="changed" change={change} />
      <ReviewedLetters letters={view.letters} bodyOwn={writing !== "paragraph"} />
      {own && <OwnMeasured writing={writing} own={own} />}
      <section className="space-y-3 border-t border-line pt-6">
        <h2 className="font-serif text-xl font-semibold">{t("nextTitle")}</h2>
        <NextStep view={view} />
        {view.readers !== null && <p>{t("mayRead", { organisation: view.readers })}</p>}
        <form method="post" action={page} className="flex flex-wrap gap-3 pt-2">
          <Button look="main" className="w-full sm:w-auto">
            {t("send")}
          </Button>
          <ButtonLink href={change}>{t("change")}</ButtonLink>
          {children}
        </form>
        <p className="text-sm text-muted">{t("kept")}</p>
      </section>
      {sending && <SendingForm page={page} {...sending} />}
    </>
  );
}

function Lead({ view: { counted, country, letters } }: { view: CheckView }) {
  const t = useTranslations("site.check");
  const routing = useTranslations("site.routing");
  const locale = useLocale();
  const nobody = () => routing("nobody", { country: countryName(country, locale) });
  const written = () => (letters.length > 0 ? t("lead", { count: letters.length }) : nobody());
  return <p className="text-lg text-muted">{counted ? t("counted") : written()}</p>;
}

/** What confirming does: it depends on who sends the letters. */
function NextStep({ view: { email, counted, letters } }: { view: CheckView }) {
  const t = useTranslations("site.check");
  const shown = () => (
    <bdi dir="ltr" className="font-semibold break-words">
      {email}
    </bdi>
  );
  // One that waits for an address is sent by us when there is one.
  const theirs = letters.filter(({ channel, carried }) => channel !== null && !carried).length;
  const mixed = theirs === 0 ? "nextOurs" : theirs === letters.length ? "nextOwn" : "next";
  return <p>{t.rich(counted || letters.length === 0 ? "nextCounted" : mixed, { email: shown })}</p>;
}
