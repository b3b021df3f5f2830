import { useTranslations } from "next-intl";
import type { TallyState } from "@/lib/generated/prisma/enums";
import { letterListHref } from "@/lib/letters/schema";
import type { Totals } from "@/lib/reports/queries";
import { Count } from "./count";
import { barTone, State } from "./state";
import { letterTallies, peopleListHref, peopleTallies, tellingTallies } from "./tallies";

type CampaignTotalsProps = {
  totals: Totals;
  href: string;
  /** The address of the campaign's signatures, for a role that may see their list. */
  signatures?: string;
};

/** How many people and letters a campaign has, state by state; states nothing is in are left out, but for the main ones. */
export function CampaignTotals({ totals, href, signatures }: CampaignTotalsProps) {
  const t = useTranslations("desk.totals");
  const all = letterTallies.reduce((sum, state) => sum + totals[state], 0);
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[1fr_2.6fr]">
      <section aria-labelledby="people">
        <h2 id="people" className="mb-3 font-serif text-lg">
          {t("people")}
        </h2>
        <Numbers
          states={tellingTallies(peopleTallies, [totals])}
          totals={totals}
          href={(state) => signatures && peopleListHref(signatures, state)}
          className="sm:grid-cols-2 lg:mt-[1.125rem]"
        />
      </section>
      <section aria-labelledby="letters-total">
        <h2 id="letters-total" className="mb-3 font-serif text-lg">
          {t("lettersOf", { count: all })}
        </h2>
        <Bar totals={totals} all={all} />
        <Numbers
          states={tellingTallies(letterTallies, [totals])}
          totals={totals}
          href={(state) => letterListHref(href, { state })}
          className="sm:grid-cols-3 xl:grid-cols-4"
        />
      </section>
    </div>
  );
}

type NumbersProps = {
  states: TallyState[];
  totals: Totals;
  href: (state: TallyState) => string | undefined;
  className: string;
};

function Numbers({ states, totals, href, className }: NumbersProps) {
  const t = useTranslations("desk.tallies");
  return (
    <dl className={`grid grid-cols-[repeat(auto-fill,minmax(min(8rem,100%),1fr))] gap-x-8 gap-y-4 ${className}`}>
      {states.map((state) => (
        <div key={state} className="flex flex-col-reverse">
          <dt className="text-xs text-muted">
            <State of={state}>{t(state)}</State>
          </dt>
          <dd className="text-xl leading-8 tabular-nums">
            <Count value={totals[state]} href={href(state)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

// The numbers below say the same: the bar is for the eye only. Widths are attributes, because a page's policy may refuse
// styles.
function Bar({ totals, all }: { totals: Totals; all: number }) {
  const share = (states: TallyState[]) => (100 * states.reduce((sum, state) => sum + totals[state], 0)) / (all || 1);
  return (
    <svg aria-hidden="true" className="mb-5 block h-1.5 w-full bg-line rtl:-scale-x-100">
      {letterTallies.map((state, at) => (
        <rect
          key={state}
          x={`${share(letterTallies.slice(0, at))}%`}
          width={`${share([state])}%`}
          height="100%"
          className={`stroke-paper ${barTone(state)}`}
        />
      ))}
    </svg>
  );
}
