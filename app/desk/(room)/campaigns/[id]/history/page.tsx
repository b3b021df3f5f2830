import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Editing } from "@/app/desk/(room)/campaigns/[id]/editing/room";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { allowed } from "@/app/desk/allowed";
import { ChangeList } from "@/components/desk/change-list";
import { Empty } from "@/components/desk/empty";
import { LinkButton } from "@/components/desk/link-button";
import { PageHead } from "@/components/desk/page-head";
import { listChanges } from "@/lib/campaigns/changes";
import { bringBackAction } from "./actions";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.changes");
  return { title: t("title") };
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, campaign } = await loadCampaign(id, "history", searchParams);
  const { before } = await searchParams;
  const { changes, older } = await allowed(listChanges(actor, id, typeof before === "string" ? before : undefined));
  const path = campaignPath(id, "history");
  const t = await getTranslations("desk.changes");
  return (
    <>
      <PageHead title={t("title")} back={{ href: campaignPath(id), label: campaign.title }} lead={t("lead")} />
      {changes.length === 0 ? (
        <Empty title={t("none")}>{t("noneText")}</Empty>
      ) : (
        <Editing actor={actor} id={id}>
          <ChangeList changes={changes} bringBack={bringBackAction.bind(null, id)} />
        </Editing>
      )}
      {older && (
        <div className="mt-6">
          <LinkButton href={`${path}?before=${older}`}>{t("older")}</LinkButton>
        </div>
      )}
    </>
  );
}
