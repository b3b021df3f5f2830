import Link from "next/link";
import { useTranslations } from "next-intl";
import { formatBrief, formatNumber } from "@/components/desk/formats";
import { Section } from "@/components/desk/section";
import { BarChart } from "@/components/ui/bar-chart";
import type { Chart } from "@/lib/delivery/chart";
import { charted, spans } from "@/lib/delivery/schema";

/** What letters became over time: bars of those accepted, and a table of everything. */
export function DeliveryChart({ chart, path }: { chart: Chart; path: string }) {
  const t = useTranslations("desk.delivery.chart");
  const { span, steps } = chart;
  const values = steps.map(({ accepted }) => accepted);
  const sum = formatNumber(values.reduce((all, value) => all + value, 0));
  const told = steps.filter((step) => charted.some((state) => step[state] > 0)).toReversed();
  const most = formatNumber(Math.max(0, ...values));
  return (
    <Section id="chart" title={t("title")}>
      <nav aria-label={t("span")} className="mb-4 flex flex-wrap gap-x-5 print:hidden">
        {spans.map((one) => (
          <Link
            key={one}
            href={`${path}?span=${one}#chart`}
            scroll={false}
            prefetch={false}
            aria-current={one === span ? "true" : undefined}
            className="inline-flex min-h-9 items-center border-b-2 border-transparent hover:text-blue aria-[current]:border-ink aria-[current]:font-semibold"
          >
            {t(`spans.${one}`)}
          </Link>
        ))}
      </nav>
      {told.length === 0 && <p className="text-muted">{t(`none.${span}`)}</p>}
      {told.length > 0 && (
        <div className="grid gap-x-10 gap-y-6 *:min-w-0 xl:grid-cols-2">
          <BarChart
            label={t(`label.${span}`, { sum, most })}
            values={values}
            most={most}
            from={beginning(steps[0])}
            to={beginning(steps.at(-1))}
          />
          <Steps span={span} told={told} />
        </div>
      )}
    </Section>
  );
}

function beginning(step: Chart["steps"][number] | undefined): string {
  return step ? formatBrief(new Date(step.at)) : "";
}

/** What happened, the newest first. */
function Steps({ span, told }: { span: Chart["span"]; told: Chart["steps"] }) {
  const t = useTranslations("desk.delivery");
  const cell = "border-b border-line px-2 py-1 text-end first:ps-0 first:text-start last:pe-0";
  return (
    <div
      role="region"
      aria-label={t(`chart.caption.${span}`)}
      tabIndex={0}
      className="max-h-72 overflow-auto print:max-h-none"
    >
      <table className="w-full border-separate border-spacing-0 tabular-nums">
        <caption className="sr-only">{t(`chart.caption.${span}`)}</caption>
        <thead className="text-xs text-muted">
          <tr>
            <th scope="col" className={`${cell} sticky top-0 bg-paper font-normal`}>
              {t(`chart.time.${span}`)}
            </th>
            {charted.map((state) => (
              <th key={state} scope="col" className={`${cell} sticky top-0 bg-paper font-normal`}>
                {t(`stations.${state}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.map((step) => (
            <tr key={step.at}>
              <th scope="row" className={`${cell} font-normal whitespace-nowrap`}>
                <time dateTime={step.at}>{formatBrief(new Date(step.at))}</time>
              </th>
              {charted.map((state) => (
                <td key={state} className={`${cell} ${step[state] === 0 ? "text-muted" : ""}`}>
                  {formatNumber(step[state])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="pt-2 text-xs leading-5 text-muted">{t("chart.quiet")}</p>
    </div>
  );
}
