import { useTranslations } from "next-intl";
import { formatMoment } from "@/lib/format";
import { direction } from "@/lib/locales";
import type { AppealView } from "@/lib/campaigns/view";

/** When the facts were verified last, where the organisation says so; in the reader's language beside the case's own. */
export function Verified({ view: { verifiedAt, organisation }, locale }: { view: AppealView; locale: string }) {
  const t = useTranslations("site.appeal");
  if (!verifiedAt) return null;
  return (
    <p lang={locale} dir={direction(locale)} className="text-sm text-muted">
      {t("verified", { date: formatMoment(verifiedAt, locale, "UTC").date, organisation })}
    </p>
  );
}
