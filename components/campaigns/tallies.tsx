import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/format";
import type { TallyState } from "@/lib/generated/prisma/enums";
import { everConfirmed, goalFor, shownTallies } from "@/lib/reports/schema";

type TalliesProps = { totals: Record<TallyState, number>; goal: number | null; open: boolean; byFax: boolean };

// Where faxes leave through a gateway, it stands between us and the recipient.
const faxedStates = ["accepted", "failed"] as const;

function isFaxed(state: TallyState): state is (typeof faxedStates)[number] {
  return faxedStates.some((one) => one === state);
}

/** What is known of the letters, each count by its own name. A state nothing is in is not shown; a goal while it can be reached. */
export function Tallies({ totals, goal, open, byFax }: TalliesProps) {
  const t = useTranslations("site.tallies");
  const locale = useLocale();
  const { confirmed } = totals;
  const next = open ? goalFor(confirmed, goal) : null;
  return (
    <section aria-labelledby="tallies">
      <h2 id="tallies" className="sr-only">
        {t("title")}
      </h2>
      {next && <progress className="goal" value={confirmed} max={next} aria-hidden="true" />}
      <p className="tabular-nums">
        <strong className="font-semibold">
          {confirmed === 0 && everConfirmed(totals) ? t("noneNow") : t("confirmed", { count: confirmed })}
        </strong>
        {next && <span className="text-muted"> · {t("next", { goal: formatCount(next, locale) })}</span>}
      </p>
      <ul className="mt-1 space-y-0.5 text-sm text-muted tabular-nums">
        {shownTallies
          .filter((state) => totals[state] > 0)
          .map((state) => (
            <li key={state}>{t(byFax && isFaxed(state) ? `faxed.${state}` : state, { count: totals[state] })}</li>
          ))}
      </ul>
      {totals.accepted > 0 && (
        <p className="mt-2 max-w-[62ch] text-sm text-muted">{t(byFax ? "faxed.note" : "note")}</p>
      )}
    </section>
  );
}
