import { useTranslations } from "next-intl";
import { apart } from "@/components/ui/apart";
import { formatMoment } from "@/lib/format";
import type { AppealView } from "@/lib/campaigns/view";

/** What has happened in the case, the latest first, each with its day and who says so. */
export function Outcomes({ outcomes, locale }: { outcomes: AppealView["outcomes"]; locale: string }) {
  const t = useTranslations("site.appeal");
  if (outcomes.length === 0) return null;
  return (
    <section aria-labelledby="outcomes" className="max-w-[62ch]">
      <h2 id="outcomes" className="font-serif text-xl font-semibold">
        {t("outcomes")}
      </h2>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {outcomes.map(({ id, on, text, source, language, dir }) => (
          <li key={id} className="py-3">
            <p className="text-sm text-muted tabular-nums">{formatMoment(on, locale, "UTC").date}</p>
            <p lang={language} dir={dir} className="whitespace-pre-line">
              {text}
            </p>
            {source && <p className="text-sm text-muted">{t.rich("source", { source: apart(source) })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
