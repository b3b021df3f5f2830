import { useTranslations } from "next-intl";

/** How long letters still take: "about 20 minutes at this pace". */
export function TimeLeft({ minutes, stopped }: { minutes: number | null; stopped: boolean }) {
  const t = useTranslations("desk.delivery");
  if (stopped) return <span className="text-amber">{t("stopped")}</span>;
  if (minutes === null) return <span className="text-muted">—</span>;
  const { unit, count } = inWords(minutes);
  return (
    <span className="whitespace-nowrap">
      {t(`left.${unit}`, { count })} <span className="sr-only">{t("atThisPace")}</span>
    </span>
  );
}

function inWords(minutes: number): { unit: "minutes" | "hours" | "days"; count: number } {
  if (minutes < 90) return { unit: "minutes", count: minutes };
  const hours = Math.round(minutes / 60);
  return hours < 48 ? { unit: "hours", count: hours } : { unit: "days", count: Math.round(hours / 24) };
}
