import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { allowed } from "@/app/desk/allowed";
import { AwaitsApproval } from "@/components/life/awaits-approval";
import { CampaignTabs } from "@/components/desk/campaign-tabs";
import { DiscardRevision } from "@/components/desk/discard-revision";
import { Empty } from "@/components/desk/empty";
import { Steps } from "@/app/desk/(room)/campaigns/[id]/steps";
import { Editing } from "@/app/desk/(room)/campaigns/[id]/editing/room";
import { Findings } from "@/components/desk/findings";
import { PageHead } from "@/components/desk/page-head";
import { PressForm } from "@/components/desk/press-form";
import { PublishConsequences } from "@/components/desk/publish-consequences";
import { PublishRevisionForm } from "@/components/desk/publish-form";
import { getPublication } from "@/lib/campaigns/publication";
import { env } from "@/lib/env";
import { carriedChannels } from "@/lib/recipients/carried";
import { discardRevisionAction, publishCampaignAction, publishRevisionAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.publishing");
  return { title: t("toCampaign") };
}

export default async function PublishPage({ params }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "publish");
  const { what, findings, waiting, approved } = await allowed(getPublication(actor, id));
  const t = await getTranslations("desk.publishing");
  const back = { href: campaignPath(id), label: campaign.title };
  if (!what) {
    return (
      <>
        <PageHead title={t("nothing")} back={back} />
        <Empty>{t("nothingText")}</Empty>
      </>
    );
  }
  const number = campaign.revision ?? 1;
  const blocked = findings.some(({ weight }) => weight === "blocks");
  const address = `${env().APP_URL}/${campaign.defaultLanguage}/appeals/${campaign.slug}`;
  return (
    <>
      <PageHead title={what === "campaign" ? t("campaignTitle") : t("revisionTitle", { number })} back={back}>
        <CampaignTabs id={id} tabs={tabs} steps={campaign.steps} />
      </PageHead>
      <Steps campaign={campaign} here="review" />
      <Editing actor={actor} id={id}>
        <div className="max-w-[42rem] space-y-8">
          <Findings findings={findings} campaignId={id} caseId={campaign.caseId} />
          <PublishConsequences {...{ campaign, what, address }} carried={carriedChannels()} now={new Date()} />
          {blocked && <p className="font-semibold">{t(what === "campaign" ? "blocked" : "blockedRevision")}</p>}
          {!blocked && !approved && <AwaitsApproval href={campaignPath(id, "life")} />}
          {what === "campaign" && !blocked && approved && (
            <PressForm
              action={publishCampaignAction.bind(null, id)}
              submit={t("submitCampaign")}
              pending={t("pending")}
              look="main"
            />
          )}
          {what === "revision" && !blocked && approved && (
            <PublishRevisionForm action={publishRevisionAction.bind(null, id)} campaignId={id} waiting={waiting} />
          )}
          {what === "revision" && <DiscardRevision number={number} action={discardRevisionAction.bind(null, id)} />}
        </div>
      </Editing>
    </>
  );
}
