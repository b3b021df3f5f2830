import { useTranslations } from "next-intl";
import { formatDay } from "@/components/desk/formats";
import type { DeskCase } from "@/lib/cases/queries";
import { countryName } from "@/lib/format";

/** Where it happened, who checked it, and what it is. */
export function CaseFacts({ its }: { its: DeskCase }) {
  const t = useTranslations("desk.cases");
  const { country, summary, verifiedAt, verifiedBy } = its;
  const verified = verifiedAt && verifiedBy && t("verifiedLine", { by: verifiedBy, day: formatDay(verifiedAt) });
  return (
    <div className="border-y border-line py-4">
      <dl className="grid grid-cols-2 gap-x-8 gap-y-4">
        <div>
          <dt className="text-xs text-muted">{t("country")}</dt>
          <dd>{countryName(country, "en")}</dd>
        </div>
        <div>
          <dt className="text-xs text-muted">{t("verified")}</dt>
          <dd className="wrap-anywhere">{verified ?? t("notVerified")}</dd>
        </div>
      </dl>
      <p dir="auto" className="mt-4 max-w-[62ch] whitespace-pre-line wrap-anywhere">
        {summary || <span className="text-muted">{t("noSummary")}</span>}
      </p>
    </div>
  );
}
