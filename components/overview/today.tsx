import { useTranslations } from "next-intl";
import { Count } from "@/components/desk/count";
import { formatNumber } from "@/components/desk/formats";
import { Section } from "@/components/desk/section";
import { BarChart } from "@/components/ui/bar-chart";
import { charted } from "@/lib/delivery/schema";
import type { LettersOverview } from "@/lib/overview/get-letters-overview";

// Delivery tells the same by the hour.
const behind = "/desk/delivery?span=days#chart";

/** What became of letters today, with bars of those accepted in each hour. */
export function Today({ today: { totals, accepted } }: Pick<LettersOverview, "today">) {
  const t = useTranslations("desk");
  const most = formatNumber(Math.max(0, ...accepted));
  const label = t("overview.todayLabel", { sum: formatNumber(totals.accepted), most });
  const any = charted.some((state) => totals[state] > 0);
  return (
    <Section id="today" title={t("overview.today")}>
      {!any && <p className="border-y border-line py-5 text-muted">{t("overview.todayNone")}</p>}
      {any && (
        <div className="border-y border-line pt-4 pb-3">
          <dl className="mb-4 grid grid-cols-3 gap-x-4 gap-y-2 tabular-nums sm:max-xl:grid-cols-5">
            {charted.map((state) => (
              <div key={state}>
                <dt className="text-xs leading-5 text-muted">{t(`tallies.${state}`)}</dt>
                <dd className="font-serif text-xl leading-7">
                  <Count value={totals[state]} href={behind} />
                </dd>
              </div>
            ))}
          </dl>
          <BarChart label={label} values={accepted} most={most} from="00:00" to={t("overview.now")} />
        </div>
      )}
      <p className="mt-2 max-w-[62ch] text-xs leading-5 text-muted">{t("overview.todayNote")}</p>
    </Section>
  );
}
