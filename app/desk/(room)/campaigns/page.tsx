import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { CampaignTable } from "@/components/desk/campaign-table";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { mayDo } from "@/lib/accounts/access";
import { listCampaigns } from "@/lib/campaigns/desk-queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.campaigns");
  return { title: t("title") };
}

export default async function CampaignsPage() {
  const actor = await requireActor("/desk/campaigns");
  const campaigns = await listCampaigns(actor);
  const t = await getTranslations("desk.campaigns");
  return (
    <>
      <PageHead title={t("title")} />
      {campaigns.length === 0 ? (
        <Empty title={t("emptyTitle")}>{t("empty")}</Empty>
      ) : (
        <>
          <CampaignTable campaigns={campaigns} signatures={mayDo(actor.role, "signatures.read")} />
          <p className="mt-4 max-w-[62ch] text-xs leading-5 text-muted">{t("note")}</p>
        </>
      )}
    </>
  );
}
