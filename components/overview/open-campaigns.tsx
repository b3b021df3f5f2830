import Link from "next/link";
import { useTranslations } from "next-intl";
import { CampaignTable } from "@/components/desk/campaign-table";
import { formatNumber } from "@/components/desk/formats";
import { Section } from "@/components/desk/section";
import type { Overview } from "@/lib/overview/get-overview";
import { campaignListHref } from "@/lib/campaigns/schema";

type OpenCampaignsProps = { overview: Overview; signatures: boolean };

/** The open campaigns with their figures, those that end first before the others. */
export function OpenCampaigns({ overview: { campaigns, open }, signatures }: OpenCampaignsProps) {
  const t = useTranslations("desk");
  const live = campaigns.live ?? 0;
  const all = live + (campaigns.paused ?? 0);
  return (
    <Section
      id="open"
      title={t("overview.open")}
      action={
        <Link href={campaignListHref(all > open.length ? { state: "live" } : {})} prefetch={false} className="link">
          {all > open.length ? t("overview.openMore", { count: formatNumber(live) }) : t("overview.openAll")}
        </Link>
      }
    >
      {open.length > 0 ? (
        <CampaignTable campaigns={open} signatures={signatures} />
      ) : (
        <p className="border-y border-line py-5 text-muted">{t("overview.openNone")}</p>
      )}
      <p className="mt-4 max-w-[62ch] text-xs leading-5 text-muted">{t("campaigns.note")}</p>
    </Section>
  );
}
