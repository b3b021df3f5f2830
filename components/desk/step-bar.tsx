import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Step, StepState } from "@/lib/campaigns/steps";
import { NextStep } from "./next-step";

export type ShownStep = StepState & { href: string };

type StepBarProps = { steps: ShownStep[]; here: Step; next: ShownStep | null };

/** The steps of writing a campaign: how far each is, which one is open, and the way on. */
export function StepBar({ steps, here, next }: StepBarProps) {
  const t = useTranslations("desk.steps");
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
      {next && <NextStep {...next} />}
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
