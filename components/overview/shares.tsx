import Link from "next/link";
import { useTranslations } from "next-intl";
import { formatNumber } from "@/components/desk/formats";
import type { CampaignShare } from "@/lib/overview/get-letters-overview";

type SharesProps = {
  shares: CampaignShare[];
  /** The list behind the number of one campaign. */
  href: (campaignId: string) => string;
};

const most = 3;

/** Of which campaigns a number is made, the largest first; each leads to its letters. */
export function Shares({ shares, href }: SharesProps) {
  const t = useTranslations("desk.overview");
  const rest = shares.length - most;
  return (
    <ul className="mt-0.5 text-xs leading-5 text-muted">
      {shares.slice(0, most).map(({ campaignId, title, count, atLeast }) => (
        <li key={campaignId} className="wrap-anywhere">
          <Link href={href(campaignId)} prefetch={false} className="text-blue tabular-nums hover:underline">
            {atLeast ? t("atLeast", { count: formatNumber(count) }) : formatNumber(count)}{" "}
            <span className="text-muted">{t("inCampaign", { title })}</span>
          </Link>
        </li>
      ))}
      {rest > 0 && (
        <li>
          <Link href="/desk/delivery" prefetch={false} className="text-blue hover:underline">
            {t("campaignsMore", { count: rest })}
          </Link>
        </li>
      )}
    </ul>
  );
}
