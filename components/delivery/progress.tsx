import { useTranslations } from "next-intl";
import { formatNumber } from "@/components/desk/formats";
import type { Counts } from "@/lib/delivery/lines";
import { leftOf } from "@/lib/delivery/schema";

/** How many letters have left of all that shall, while anything is on its way. */
export function Progress({ counts }: { counts: Counts }) {
  const t = useTranslations("desk.delivery");
  if (counts.waiting + counts.leaving === 0) return null;
  const { left, all } = leftOf(counts);
  return (
    <div className="max-w-md py-2">
      <progress className="goal mb-1!" aria-label={t("progressLabel")} value={left} max={all} />
      <p className="text-xs leading-5 text-muted tabular-nums">
        {t("progress", { left: formatNumber(left), all: formatNumber(all) })}
      </p>
    </div>
  );
}
