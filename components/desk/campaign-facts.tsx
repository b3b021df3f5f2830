import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import { countryName, zoneCity } from "@/lib/format";
import { formatDay, formatMoment, formatNumber } from "./formats";
import { languageName } from "./language-name";
import { State } from "./state";

/** What a campaign is, in eight facts. */
export function CampaignFacts({ campaign }: { campaign: DeskCampaign }) {
  const t = useTranslations("desk");
  const { state, kind, deadlineAt, deadlineZone, distribution, languages, revision, publishedAt, goal } = campaign;
  const { stoppedAt, overdueAt } = campaign;
  const zone = deadlineZone ?? "UTC";
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-4 border-b border-line pb-5 lg:grid-cols-4">
      <Fact name={t("campaign.state")}>
        <State of={state}>{t(`campaignStates.${state}`)}</State>
        {stoppedAt && <strong className="block text-brick">{t("life.stoppedMark")}</strong>}
        {overdueAt && <span className="block text-amber">{t("life.overdueMark")}</span>}
      </Fact>
      <Fact name={t("campaign.kind")}>{t(`campaignKinds.${kind}`)}</Fact>
      <Fact name={t("campaign.deadline")}>
        {deadlineAt ? formatMoment(deadlineAt, zone) : t("campaign.noDeadline")}
        {deadlineAt && zone !== "UTC" && (
          <span className="block text-xs text-muted">{t("campaign.zone", { city: zoneCity(zone) })}</span>
        )}
      </Fact>
      <Fact name={t("campaign.distribution")}>
        {distribution ? t(`distributions.${distribution}`) : t("campaign.noDistribution")}
      </Fact>
      <Fact name={t("campaign.country")}>{countryName(campaign.case.country, "en")}</Fact>
      <Fact name={t("campaign.languages")}>{languages.map(languageName).join(", ") || "—"}</Fact>
      <Fact name={t("campaign.published")}>
        {publishedAt ? formatDay(publishedAt) : t("campaign.notPublished")}
        {revision !== null && (
          <span className="block text-xs text-muted">
            {t("campaign.revision")} {revision}
          </span>
        )}
      </Fact>
      <Fact name={t("campaign.goal")}>{goal === null ? t("campaign.noGoal") : formatNumber(goal)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
