import { useTranslations } from "next-intl";
import { AppealTitle } from "@/components/campaigns/appeal-title";
import { CasePicture } from "@/components/campaigns/case-picture";
import { Newer } from "@/components/campaigns/newer";
import { Outcomes } from "@/components/campaigns/outcomes";
import { PublishedBy } from "@/components/campaigns/published-by";
import { RecipientList } from "@/components/campaigns/recipient-list";
import { SaidThen } from "@/components/campaigns/said-then";
import { Standing } from "@/components/campaigns/standing";
import { Status } from "@/components/campaigns/status";
import { Tallies } from "@/components/campaigns/tallies";
import { Untranslated } from "@/components/campaigns/untranslated";
import { Notice } from "@/components/ui/notice";
import type { AppealView } from "@/lib/campaigns/view";
import type { TallyState } from "@/lib/generated/prisma/enums";

type FramedCaseProps = {
  view: AppealView;
  newer: AppealView | null;
  totals: Record<TallyState, number>;
  locale: string;
};

/** What an appeal is about, as short as a page of somebody else has room for. The whole case is one link away. */
export function FramedCase({ view, newer, totals, locale }: FramedCaseProps) {
  const t = useTranslations("site.appeal");
  const { text, language, dir, state } = view;
  const open = state === "live";
  return (
    <div className="space-y-5">
      <Standing view={view} locale={locale} />
      {newer && <Newer view={newer} locale={locale} />}
      <header className="space-y-2">
        <AppealTitle view={view} large="text-3xl sm:text-4xl" />
        <Status state={state} deadline={view.deadline} locale={locale} />
        <PublishedBy organisation={view.organisation} />
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
      <div lang={language} dir={dir} className="max-w-[62ch] space-y-4 text-[1.0625rem] leading-relaxed">
        {text.summary.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <Tallies totals={totals} goal={view.goal} open={open} byFax={view.byFax} />
      {state !== "stopped" && (
        <RecipientList slug={view.slug} recipients={view.recipients} rules={view.rules} open={open} locale={locale} />
      )}
    </div>
  );
}
