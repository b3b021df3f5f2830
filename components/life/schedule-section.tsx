import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/desk/action-form";
import type { Zones } from "@/components/desk/deadline-fields";
import { formatMoment } from "@/components/desk/formats";
import { Section } from "@/components/desk/section";
import { zoneCity } from "@/lib/format";
import { Act } from "./act";
import { MomentForm } from "./moment-form";

type ScheduleSectionProps = {
  at: Date | null;
  zone: string;
  zones: Zones;
  initial: Record<string, string>;
  schedule?: FormAction;
  unschedule?: FormAction;
};

/** When a campaign is published by itself. */
export function ScheduleSection({ at, zone, zones, initial, schedule, unschedule }: ScheduleSectionProps) {
  const t = useTranslations("desk.life.schedule");
  return (
    <Section id="schedule" title={t("title")}>
      <div className="space-y-5">
        {at && (
          <p className="max-w-[62ch] font-semibold">
            {t("at", { moment: formatMoment(at, zone), city: zoneCity(zone) })}
          </p>
        )}
        {at && unschedule && <Act action={unschedule} submit={t("cancel")} hint={t("cancelHint")} />}
        {schedule && (
          <MomentForm
            action={schedule}
            keep="schedule"
            zones={zones}
            initial={initial}
            submit={t(at ? "change" : "submit")}
            hint={t("hint")}
          />
        )}
      </div>
    </Section>
  );
}
