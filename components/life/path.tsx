import { useTranslations } from "next-intl";
import { formatMoment } from "@/components/desk/formats";
import type { CampaignLife } from "@/lib/campaigns/life";
import type { CampaignState } from "@/lib/generated/prisma/enums";

const steps: CampaignState[] = ["draft", "in_review", "scheduled", "live", "paused", "closed", "archived"];

/** Where a campaign stands between its draft and the archive. */
export function Path({ life: { state, stateAt, stoppedAt, overdueAt } }: { life: CampaignLife }) {
  const t = useTranslations("desk.life");
  return (
    <div>
      <ol aria-label={t("where")} className="flex flex-wrap gap-x-2 gap-y-1 border-b border-line pb-3 text-muted">
        {steps.map((step, n) => (
          <li key={step} aria-current={step === state ? "step" : undefined} className="flex gap-2">
            {n > 0 && <span aria-hidden="true">{step === "paused" ? "⇄" : "→"}</span>}
            <span className={step === state ? "font-semibold text-ink" : ""}>{t(`steps.${step}`)}</span>
            {step === state && stoppedAt && <strong className="text-brick">{t("stoppedMark")}</strong>}
            {step === state && overdueAt && <strong className="text-amber">{t("overdueMark")}</strong>}
          </li>
        ))}
      </ol>
      <p className="mt-1 text-xs text-muted">{t("since", { moment: formatMoment(stateAt) })}</p>
    </div>
  );
}
