import { useTranslations } from "next-intl";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import { formatDay } from "./formats";
import { State } from "./state";

type CampaignLineProps = { campaign: Pick<DeskCampaign, "state" | "nature" | "deadlineAt" | "deadlineZone"> };

/** The small line under a campaign's name: open or not, an example or not, and until when. */
export function CampaignLine({ campaign: { state, nature, deadlineAt, deadlineZone } }: CampaignLineProps) {
  const t = useTranslations("desk");
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs leading-5 text-muted">
      <State of={state}>{t(`campaignStates.${state}`)}</State>
      {nature === "example" && <span>{t("campaign.example")}</span>}
      {deadlineAt && (
        <span>
          {t("campaign.deadline")}{" "}
          <time dateTime={deadlineAt.toISOString()}>{formatDay(deadlineAt, deadlineZone ?? "UTC")}</time>
        </span>
      )}
    </p>
  );
}
