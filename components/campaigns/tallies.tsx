import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/format";
import type { TallyState } from "@/lib/generated/prisma/enums";
import { goalFor, shownTallies } from "@/lib/reports/schema";

type Totals = Record<TallyState, number>;

/** What is known of the letters, each count by its own name. A state nothing is in is not shown. */
export function Tallies({ totals, goal }: { totals: Totals; goal: number | null }) {
  const t = useTranslations("site.tallies");
  const locale = useLocale();
  const next = goalFor(totals.confirmed, goal);
  return (
    <section aria-labelledby="tallies">
      <h2 id="tallies" className="sr-only">
        {t("title")}
      </h2>
      {next && <progress className="goal" value={totals.confirmed} max={next} aria-hidden="true" />}
      <p className="tabular-nums">
        <strong className="font-semibold">{t("confirmed", { count: totals.confirmed })}</strong>
        {next && <span className="text-muted"> · {t("next", { goal: formatCount(next, locale) })}</span>}
      </p>
      <ul className="mt-1 space-y-0.5 text-sm text-muted tabular-nums">
        {shownTallies
          .filter((state) => totals[state] > 0)
          .map((state) => (
            <li key={state}>{t(state, { count: totals[state] })}</li>
          ))}
      </ul>
    </section>
  );
}
