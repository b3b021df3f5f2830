import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/desk/action-form";
import { formatMoment, formatNumber } from "@/components/desk/formats";
import { LinkButton } from "@/components/desk/link-button";
import { Section } from "@/components/desk/section";
import type { CampaignLife } from "@/lib/campaigns/life";
import type { StopProgress } from "@/lib/campaigns/stop-progress";
import { Act } from "./act";

type StopSectionProps = {
  life: CampaignLife;
  progress: StopProgress;
  /** Where a campaign is stopped; missing for those who may not. */
  href?: string;
  cancel?: FormAction;
  lift?: FormAction;
};

/** The way to a STOP, or how far one has come. */
export function StopSection({ life, progress, href, cancel, lift }: StopSectionProps) {
  const t = useTranslations("desk.life.stop");
  if (!life.stoppedAt) {
    return (
      <Section id="stop" title={t("title")}>
        <p className="mb-3 max-w-[62ch] text-muted">{t("lead")}</p>
        {href && <LinkButton href={href}>{t("open")}</LinkButton>}
      </Section>
    );
  }
  const { frozen, untold, waiting, told, failed, retold } = progress;
  const all = untold + waiting + told + failed;
  return (
    <Section id="stop" title={t("title")}>
      <div className="space-y-4 border-s-4 border-brick bg-sheet px-5 py-4">
        <p className="font-semibold">{t("since", { moment: formatMoment(life.stoppedAt) })}</p>
        <Reasons life={life} />
        <ul className="tabular-nums">
          <li>{t("frozen", { count: frozen })}</li>
          <li>{all === 0 ? t("toldNobody") : t("told", { told: formatNumber(told), all: formatNumber(all) })}</li>
          {failed > 0 && <li className="text-brick">{t("failedTold", { count: failed })}</li>}
        </ul>
        {cancel && frozen > 0 && <Act action={cancel} submit={t("cancel")} hint={t("cancelHint")} look="grave" />}
        {lift && <Act action={lift} submit={t("lift")} hint={t("liftHint", { count: retold })} />}
      </div>
    </Section>
  );
}

function Reasons({ life: { stopReason, stopNote } }: { life: CampaignLife }) {
  const t = useTranslations("desk.life.stop");
  return (
    <div className="max-w-[62ch] whitespace-pre-line wrap-anywhere">
      <p>
        {stopReason ? t("publicReason") : t("private")}
        {stopReason && <bdi>{stopReason}</bdi>}
      </p>
      {stopNote && (
        <p>
          {t("noteIs")}
          <bdi>{stopNote}</bdi>
        </p>
      )}
    </div>
  );
}
