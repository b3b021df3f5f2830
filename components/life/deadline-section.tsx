import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/desk/action-form";
import type { Zones } from "@/components/desk/deadline-fields";
import { formatMoment } from "@/components/desk/formats";
import { Section } from "@/components/desk/section";
import { zoneCity } from "@/lib/format";
import { Act } from "./act";
import { MomentForm } from "./moment-form";

type DeadlineSectionProps = {
  at: Date;
  zone: string;
  waiting: number;
  /** Whether nobody has decided since the deadline closed it. */
  undecided: boolean;
  zones: Zones;
  initial: Record<string, string>;
  extend?: FormAction;
  cancel?: FormAction;
};

/** What a member decides once the deadline has passed: more time, or the end of the letters that wait. */
export function DeadlineSection({
  at,
  zone,
  waiting,
  undecided,
  zones,
  initial,
  extend,
  cancel,
}: DeadlineSectionProps) {
  const t = useTranslations("desk.life.deadline");
  return (
    <Section id="deadline" title={t("title")}>
      <div className="space-y-5">
        <p className="max-w-[62ch]">
          {t("text", { moment: formatMoment(at, zone), city: zoneCity(zone) })}{" "}
          <strong>{t("waiting", { count: waiting })}</strong>
        </p>
        {extend && (
          <MomentForm
            action={extend}
            keep="deadline"
            zones={zones}
            initial={initial}
            submit={t("extend")}
            hint={t("extendHint")}
          />
        )}
        {cancel && (waiting > 0 || undecided) && (
          <Act
            action={cancel}
            submit={t("cancel", { count: waiting })}
            hint={t("cancelHint", { count: waiting })}
            look="grave"
          />
        )}
      </div>
    </Section>
  );
}
