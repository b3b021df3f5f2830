import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { allowed } from "@/app/desk/allowed";
import { ForwardSheet } from "@/components/desk/forward-sheet";
import { PageHead } from "@/components/desk/page-head";
import { forwardCampaign } from "@/lib/campaigns/forward";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.forward");
  return { title: t("title") };
}

export default async function ForwardPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, campaign } = await loadCampaign(id, "forward", searchParams);
  const { language } = await searchParams;
  const forward = await allowed(forwardCampaign(actor, id, typeof language === "string" ? language : ""));
  const t = await getTranslations("desk.forward");
  return (
    <>
      <PageHead title={t("title")} back={{ href: campaignPath(id), label: campaign.title }} lead={t("lead")} />
      <ForwardSheet forward={forward} href={campaignPath(id, "forward")} file={campaignPath(id, "forward/file")} />
    </>
  );
}
