import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CampaignState } from "@/lib/generated/prisma/enums";
import { formatNumber } from "./formats";

const order = ["draft", "in_review", "scheduled", "live", "paused", "closed", "archived"] as const;

type CampaignFilterProps = { counts: Partial<Record<CampaignState, number>>; current?: CampaignState };

/** Chooses the state of the campaigns below. All means all that are not archived. */
export function CampaignFilter({ counts, current }: CampaignFilterProps) {
  const t = useTranslations("desk");
  const states = order.filter((state) => counts[state] || state === current);
  const all = order.reduce((sum, state) => sum + (state === "archived" ? 0 : (counts[state] ?? 0)), 0);
  const entries = [
    { state: undefined, name: t("campaignFilter.all"), count: all },
    ...states.map((state) => ({ state, name: t(`campaignStates.${state}`), count: counts[state] ?? 0 })),
  ];
  return (
    <nav aria-label={t("campaignFilter.label")} className="flex flex-wrap gap-x-5 border-b border-line">
      {entries.map(({ state, name, count }) => (
        <Link
          key={name}
          href={state ? `/desk/campaigns?state=${state}` : "/desk/campaigns"}
          aria-current={current === state ? "true" : undefined}
          className="inline-flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-0.5 tabular-nums hover:text-blue aria-[current]:border-ink aria-[current]:font-semibold"
        >
          {name} <span className="font-normal text-muted">{formatNumber(count)}</span>
        </Link>
      ))}
    </nav>
  );
}
