import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TallyState } from "@/lib/generated/prisma/enums";
import { formatNumber } from "./formats";

type StateFilterProps = {
  /** The states to choose from, with how many letters are in each. */
  counts: [TallyState, number][];
  current?: TallyState;
  href: (state?: TallyState) => string;
};

/** Chooses the state of the letters below. Plain links: the choice stays in the address, and Back undoes it. */
export function StateFilter({ counts, current, href }: StateFilterProps) {
  const t = useTranslations("desk");
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const look =
    "inline-flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-0.5 tabular-nums hover:text-blue aria-[current]:border-ink aria-[current]:font-semibold";
  return (
    <nav aria-label={t("letters.filter")} className="flex flex-wrap gap-x-5 border-b border-line">
      <Link href={href()} scroll={false} prefetch={false} aria-current={current ? undefined : "true"} className={look}>
        {t("letters.all")} <span className="font-normal text-muted">{formatNumber(all)}</span>
      </Link>
      {counts.map(([state, count]) => (
        <Link
          key={state}
          href={href(state)}
          scroll={false}
          prefetch={false}
          aria-current={current === state ? "true" : undefined}
          className={look}
        >
          {t(`tallies.${state}`)} <span className="font-normal text-muted">{formatNumber(count)}</span>
        </Link>
      ))}
    </nav>
  );
}
