import Link from "next/link";
import { useTranslations } from "next-intl";
import { type CampaignQuery, campaignListHref } from "@/lib/campaigns/schema";
import type { CampaignState } from "@/lib/generated/prisma/enums";
import { StateFilter } from "./state-filter";

const order = ["draft", "in_review", "scheduled", "live", "paused", "closed", "archived"] as const;

type CampaignFilterProps = { counts: Partial<Record<CampaignState, number>>; query: CampaignQuery };

/** Chooses the state of the campaigns below. All means all that are not archived. */
export function CampaignFilter({ counts, query: { state: current, due, revised } }: CampaignFilterProps) {
  const t = useTranslations("desk");
  const states = order.filter((state) => counts[state] || state === current);
  const all = order.reduce((sum, state) => sum + (state === "archived" ? 0 : (counts[state] ?? 0)), 0);
  return (
    <>
      <StateFilter
        label={t("campaignFilter.label")}
        all={{ word: t("campaignFilter.all"), count: all }}
        counts={states.map((state): [CampaignState, number] => [state, counts[state] ?? 0])}
        word={(state) => t(`campaignStates.${state}`)}
        current={current}
        href={(state) => campaignListHref({ state })}
      />
      {(due ?? revised) && (
        <p className="mt-3 text-muted">
          {due && t("campaignFilter.due")} {revised && t("campaignFilter.revised")}{" "}
          <Link href={campaignListHref({ state: current })} className="link">
            {t("campaignFilter.everyDue")}
          </Link>
        </p>
      )}
    </>
  );
}
