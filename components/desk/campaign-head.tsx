import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import type { StepState } from "@/lib/campaigns/steps";
import type { CampaignTab } from "./campaign-rooms";
import { CampaignTabs } from "./campaign-tabs";
import { PageHead } from "./page-head";
import { UnpublishedNotice } from "./unpublished-notice";

type CampaignHeadProps = {
  campaign: DeskCampaign & { steps: StepState[] | null };
  tabs: readonly CampaignTab[];
  /** The way to its text, for those who may pass it on. */
  forward?: string;
  /** The way to how others show it on their sites. */
  embed?: string;
};

/** A campaign's name, what it asks for, the way to what the public sees, and the way to its other rooms. */
export function CampaignHead({ campaign, tabs, forward, embed }: CampaignHeadProps) {
  const t = useTranslations("desk");
  const { title, request, nature, publishedAt, defaultLanguage, slug, revision, unpublished } = campaign;
  const look =
    "inline-flex min-h-9 items-center rounded-sm border border-edge bg-sheet px-3.5 font-semibold text-blue hover:border-blue";
  const ways = (forward ?? embed ?? isPublic(campaign)) && (
    <div className="flex flex-wrap gap-3">
      {forward && (
        <Link href={forward} className={look}>
          {t("forward.title")}
        </Link>
      )}
      {embed && (
        <Link href={embed} className={look}>
          {t("embed.title")}
        </Link>
      )}
      {isPublic(campaign) && (
        <a href={`/${defaultLanguage}/appeals/${slug}`} className={look}>
          {t("campaign.public")}
        </a>
      )}
    </div>
  );
  return (
    <PageHead
      title={title}
      back={{ href: "/desk/campaigns", label: t("campaigns.title") }}
      lead={request && <span className="text-ink">{request}</span>}
      action={ways}
    >
      {nature === "example" && (
        <p className="mt-3 max-w-[62ch] text-xs leading-5 text-amber">{t("campaign.exampleNote")}</p>
      )}
      {publishedAt && unpublished && revision !== null && campaign.state !== "archived" && (
        <UnpublishedNotice id={campaign.id} revision={revision} publish={tabs.includes("settings")} />
      )}
      <CampaignTabs id={campaign.id} tabs={tabs} steps={campaign.steps} />
    </PageHead>
  );
}

function isPublic({ publishedAt, state, distribution }: DeskCampaign): boolean {
  return publishedAt !== null && state !== "archived" && distribution !== "network_only";
}
