import { useTranslations } from "next-intl";
import { ActButton } from "@/components/desk/act-button";
import type { FormAction } from "@/components/desk/action-form";
import { formatDay } from "@/components/desk/formats";
import { Section } from "@/components/desk/section";
import type { ListedOutcome } from "@/lib/cases/outcomes";
import { OutcomeForm, type OutcomeFormProps } from "./outcome-form";

type OutcomeSectionProps = {
  outcomes: ListedOutcome[];
  /** Missing for those who may not record any. */
  form?: OutcomeFormProps;
  retract?: (id: string) => FormAction;
};

/** What became of the case, and the way to record more. */
export function OutcomeSection({ outcomes, form, retract }: OutcomeSectionProps) {
  const t = useTranslations("desk.life");
  return (
    <Section id="outcomes" title={t("outcomes.title")}>
      {outcomes.length === 0 && <p className="max-w-[62ch] text-muted">{t("outcomes.empty")}</p>}
      <ul className="divide-y divide-line border-line not-empty:border-y">
        {outcomes.map(({ id, happenedOn, language, text, source, audience }) => (
          <li key={id} className="py-3">
            <div className="flex flex-wrap items-baseline gap-x-3 text-xs text-muted">
              {formatDay(happenedOn)} · {t(`outcomes.${audience}`)}
              {retract && (
                <ActButton
                  action={retract(id)}
                  pending={t("pending")}
                  done={t("outcomes.retracted")}
                  label={t("outcomes.retractLabel", { day: formatDay(happenedOn) })}
                >
                  {t("outcomes.retract")}
                </ActButton>
              )}
            </div>
            <p lang={language} dir="auto" className="max-w-[62ch] whitespace-pre-line wrap-anywhere">
              {text}
            </p>
            {source && <p className="text-xs text-muted wrap-anywhere">{t("outcomes.source", { source })}</p>}
          </li>
        ))}
      </ul>
      {form && (
        <details className="mt-4">
          <summary className="link min-h-11 cursor-pointer xl:min-h-6">{t("outcomes.add")}</summary>
          <div className="mt-4 max-w-[40rem]">
            <OutcomeForm {...form} />
          </div>
        </details>
      )}
    </Section>
  );
}
