import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CampaignSettings } from "@/lib/campaigns/settings";
import { formatDay } from "./formats";

type Said = Pick<CampaignSettings, "distribution" | "distributionPermittedBy" | "distributionPermittedAt">;

/** Who may see a campaign, and who said so when; and the way to change it. */
export function Permission({ settings, href }: { settings: Said; href: string }) {
  const t = useTranslations("desk.consentStep");
  const d = useTranslations("desk.distributions");
  const { distribution, distributionPermittedBy: by, distributionPermittedAt: at } = settings;
  return (
    <div className="max-w-[62ch] border-t border-line py-3">
      <p className="font-semibold">{distribution ? d(distribution) : t("undecided")}</p>
      <p className="text-muted" dir="auto">
        {by && at ? t("permittedBy", { name: by, day: formatDay(at) }) : t("nobody")}
      </p>
      <p className="mt-1">
        <Link href={href} className="link">
          {t("change")}
        </Link>
      </p>
    </div>
  );
}
