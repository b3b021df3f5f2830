import Link from "next/link";
import { useTranslations } from "next-intl";
import { formatDistance } from "@/components/desk/formats";
import { campaignListHref } from "@/lib/campaigns/schema";
import type { Overview } from "@/lib/overview/get-overview";
import { waitingStates } from "@/lib/overview/schema";
import { Need } from "./need";

type CampaignNeedsProps = { overview: Overview; now: Date };

/** Campaigns that wait for somebody, deadlines that are near, addresses that fail. */
export function CampaignNeeds({ overview: { campaigns, due, revised, failing, open }, now }: CampaignNeedsProps) {
  const t = useTranslations("desk.overview");
  return (
    <>
      {due > 0 && (
        <Need count={due} href={campaignListHref({ due: "week" })} text={t("due", { count: due })}>
          <ul className="mt-0.5 text-xs leading-5 text-muted">
            {open.slice(0, Math.min(due, 3)).map(({ id, title, deadlineAt }) => (
              <li key={id} className="wrap-anywhere">
                <Link href={`/desk/campaigns/${id}`} prefetch={false} className="text-blue hover:underline">
                  {title}
                </Link>{" "}
                {deadlineAt && (
                  <time dateTime={deadlineAt.toISOString()}>
                    {t(deadlineAt > now ? "ends" : "ended", { distance: formatDistance(deadlineAt, now) })}
                  </time>
                )}
              </li>
            ))}
          </ul>
        </Need>
      )}
      {revised.count > 0 && (
        <Need
          count={revised.count}
          href={campaignListHref({ revised: "yes" })}
          text={t("revised", { count: revised.count })}
        >
          <ul className="mt-0.5 text-xs leading-5 text-muted">
            {revised.first.map(({ id, title }) => (
              <li key={id} className="wrap-anywhere">
                <Link href={`/desk/campaigns/${id}`} prefetch={false} className="text-blue hover:underline">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </Need>
      )}
      {failing > 0 && <Need count={failing} href="/desk/addresses" text={t("failing", { count: failing })} />}
      {waitingStates.map((state) => {
        const count = campaigns[state] ?? 0;
        const href = campaignListHref({ state });
        return count > 0 && <Need key={state} count={count} href={href} text={t(`states.${state}`, { count })} />;
      })}
    </>
  );
}
