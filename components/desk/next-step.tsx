import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Step } from "@/lib/campaigns/steps";

/** The way on to another step. */
export function NextStep({ step, href }: { step: Step; href: string }) {
  const t = useTranslations("desk.steps");
  return (
    <Link
      href={href}
      className="inline-flex min-h-11 items-center gap-1.5 rounded-sm border border-edge bg-sheet px-3.5 font-semibold text-blue hover:border-blue"
    >
      {t("next", { step: t(`names.${step}`) })}
      <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
        →
      </span>
    </Link>
  );
}
