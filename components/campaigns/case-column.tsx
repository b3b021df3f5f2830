import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import type { AppealView } from "@/lib/campaigns/view";
import type { TallyState } from "@/lib/generated/prisma/enums";
import { AppealTitle } from "./appeal-title";
import { CasePicture } from "./case-picture";
import { Newer } from "./newer";
import { Outcomes } from "./outcomes";
import { Provenance } from "./provenance";
import { PublishedBy } from "./published-by";
import { RecipientList } from "./recipient-list";
import { SaidThen } from "./said-then";
import { Standing } from "./standing";
import { Status } from "./status";
import { Tallies } from "./tallies";
import { Untranslated } from "./untranslated";
import { Verified } from "./verified";

type CaseColumnProps = {
  view: AppealView;
  /** The newest appeal about the same case that follows this one. */
  newer: AppealView | null;
  totals: Record<TallyState, number>;
  locale: string;
  /** What stands at its end, such as ways to pass it on. */
  children?: ReactNode;
};

// As tall as the window at least, and held by its lower edge: a short column stays in view from its top, a long one is
// read to its end and then stays.
const beside = "space-y-7 lg:sticky lg:bottom-8 lg:min-h-[calc(100dvh-4rem)] lg:self-end";
const alone = "max-w-3xl space-y-7";

/** What the appeal is about, in the order in which a hurried reader needs it. */
export function CaseColumn({ view, newer, totals, locale, children }: CaseColumnProps) {
  const t = useTranslations("site.appeal");
  const { text, language, dir, state } = view;
  const open = state === "live";
  return (
    <div className={open ? beside : alone}>
      <Standing view={view} locale={locale} />
      {newer && <Newer view={newer} locale={locale} />}
      <header className="space-y-3">
        <AppealTitle view={view} large="text-4xl md:text-[3rem]" />
        <Status state={view.state} deadline={view.deadline} locale={locale} />
        <PublishedBy organisation={view.organisation} />
        {view.provenance && <Provenance facts={view.provenance} />}
        {open && (
          <p className="lg:hidden print:hidden">
            <a href="#letter" className="link-line font-semibold">
              {t("write")}
            </a>
          </p>
        )}
      </header>
      {view.example && (
        <Notice kind="example" title={t("example")}>
          {text.notice}
        </Notice>
      )}
      <Untranslated language={language} locale={locale} />
      <Outcomes outcomes={view.outcomes} locale={locale} />
      {view.picture && <CasePicture picture={view.picture} language={language} dir={dir} />}
      <SaidThen state={state} />
      {state === "stopped" ? (
        <details>
          <summary className="link cursor-pointer py-2">{t("readThen")}</summary>
          <div className="pt-3">
            <CaseText view={view} locale={locale} />
          </div>
        </details>
      ) : (
        <CaseText view={view} locale={locale} />
      )}
      <Tallies totals={totals} goal={view.goal} open={open} byFax={view.byFax} />
      {state !== "stopped" && (
        <RecipientList slug={view.slug} recipients={view.recipients} rules={view.rules} open={open} locale={locale} />
      )}
      {open && text.writeHint && (
        <p lang={language} dir={dir} className="max-w-[62ch] font-serif text-lg italic">
          {text.writeHint}
        </p>
      )}
      {children}
    </div>
  );
}

/** The case in a few words, and the whole of it below a fold. */
function CaseText({ view, locale }: { view: AppealView; locale: string }) {
  const t = useTranslations("site.appeal");
  const { text, language, dir } = view;
  return (
    <div lang={language} dir={dir} className="max-w-[62ch] space-y-4 text-[1.0625rem] leading-relaxed">
      {text.summary.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <details>
        <summary className="link cursor-pointer py-2 font-semibold">
          <h2 className="inline">{t("fullCase")}</h2>
        </summary>
        <div className="pt-3">
          <Prose text={text.body} />
        </div>
      </details>
      <Verified view={view} locale={locale} />
    </div>
  );
}
