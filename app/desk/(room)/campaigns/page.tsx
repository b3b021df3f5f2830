import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { withQuery } from "@/lib/accounts/return-path";
import { CampaignFilter } from "@/components/desk/campaign-filter";
import { CampaignTable } from "@/components/desk/campaign-table";
import { Empty } from "@/components/desk/empty";
import { LinkButton } from "@/components/desk/link-button";
import { PageHead } from "@/components/desk/page-head";
import { mayDo } from "@/lib/accounts/access";
import { countCampaigns, listCampaigns } from "@/lib/campaigns/desk-queries";
import { campaignQuerySchema } from "@/lib/campaigns/schema";

type Props = { searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.campaigns");
  return { title: t("title") };
}

export default async function CampaignsPage({ searchParams }: Props) {
  const actor = await requireActor(withQuery("/desk/campaigns", await searchParams));
  const { state } = campaignQuerySchema.parse(await searchParams);
  const [campaigns, counts] = await Promise.all([listCampaigns(actor, state), countCampaigns(actor)]);
  const t = await getTranslations("desk");
  const begin = mayDo(actor, "campaigns.edit") && (
    <LinkButton href="/desk/campaigns/new" look="main">
      {t("newCampaign.title")}
    </LinkButton>
  );
  if (Object.keys(counts).length === 0) {
    return (
      <>
        <PageHead title={t("campaigns.title")} />
        <Empty title={t("campaigns.emptyTitle")}>
          <p className="mb-4">{t("campaigns.empty")}</p>
          {begin}
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("campaigns.title")} action={begin} />
      <CampaignFilter counts={counts} current={state} />
      {campaigns.length === 0 && <p className="py-8 text-muted">{t("campaignFilter.none")}</p>}
      {campaigns.length > 0 && <CampaignTable campaigns={campaigns} signatures={mayDo(actor, "signatures.read")} />}
      <p className="mt-4 max-w-[62ch] text-xs leading-5 text-muted">{t("campaigns.note")}</p>
    </>
  );
}
