import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { allowed } from "@/app/desk/allowed";
import { CampaignHead } from "@/components/desk/campaign-head";
import { Path } from "@/components/life/path";
import { mayDo } from "@/lib/accounts/access";
import { getLife } from "@/lib/campaigns/life";
import { getStopProgress } from "@/lib/campaigns/stop-progress";
import { Before } from "./before";
import { Chain } from "./chain";
import { Ends } from "./ends";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.life");
  return { title: t("title") };
}

export default async function LifePage({ params }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "life");
  const life = await allowed(getLife(actor, id));
  const progress = await allowed(getStopProgress(actor, id));
  const edits = mayDo(actor, "campaigns.edit");
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <div className="space-y-10">
        <Path life={life} />
        {edits && life.unpublished && !life.stoppedAt && life.state !== "archived" && (
          <Before id={id} href={campaignPath(id)} life={life} />
        )}
        {life.publishedAt && life.state !== "archived" && (
          <Ends id={id} edits={edits} life={life} progress={progress} />
        )}
        <Chain actor={actor} campaign={campaign} life={life} />
      </div>
    </>
  );
}
