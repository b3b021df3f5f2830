import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Step, StepState } from "@/lib/campaigns/steps";

export type ShownStep = StepState & { href: string };

/** The steps of writing a campaign: how far each is, which one is open, and the way to the next. */
export function StepBar({ steps, here }: { steps: ShownStep[]; here: Step }) {
  const t = useTranslations("desk.steps");
  const next = steps[steps.findIndex(({ step }) => step === here) + 1];
  return (
    <div className="mb-7 flex flex-wrap items-center justify-between gap-x-8 gap-y-3 print:hidden">
      <nav aria-label={t("label")} className="min-w-0">
        <ol className="flex flex-wrap gap-x-7 gap-y-1">
          {steps.map((one, at) => (
            <li key={one.step}>
              <Link
                href={one.href}
                aria-current={one.step === here ? "step" : undefined}
                className="group flex min-h-11 items-baseline gap-x-2 py-1.5"
              >
                <span aria-hidden="true" className="text-xs text-muted tabular-nums">
                  {at + 1}
                </span>
                <span>
                  <span className="text-blue group-hover:underline group-aria-[current]:font-semibold group-aria-[current]:text-ink">
                    {t(`names.${one.step}`)}
                  </span>
                  <State {...one} />
                </span>
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      {next && (
        <Link
          href={next.href}
          className="inline-flex min-h-11 items-center gap-1.5 rounded-sm border border-edge bg-sheet px-3.5 font-semibold text-blue hover:border-blue"
        >
          {t("next", { step: t(`names.${next.step}`) })}
          <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
            →
          </span>
        </Link>
      )}
    </div>
  );
}

function State({ missing, better }: StepState) {
  const t = useTranslations("desk.steps");
  if (missing > 0)
    return <span className="block text-xs leading-4 text-brick">{t("missing", { count: missing })}</span>;
  if (better > 0) return <span className="block text-xs leading-4 text-amber">{t("better", { count: better })}</span>;
  return <span className="block text-xs leading-4 text-moss">✓ {t("done")}</span>;
}
