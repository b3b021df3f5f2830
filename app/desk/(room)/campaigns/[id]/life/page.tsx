import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { allowed } from "@/app/desk/allowed";
import { CampaignHead } from "@/components/desk/campaign-head";
import { Findings } from "@/components/desk/findings";
import { Path } from "@/components/life/path";
import { mayDo } from "@/lib/accounts/access";
import { getLife } from "@/lib/campaigns/life";
import { getReadiness } from "@/lib/campaigns/readiness";
import { getStopProgress } from "@/lib/campaigns/stop-progress";
import { decisionsFor } from "./acts";
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
  const may = decisionsFor(actor, id);
  // What was published may have its next revision reviewed while something is missing.
  const findings = life.publishedAt ? [] : await allowed(getReadiness(actor, id));
  const missing = findings.filter(({ weight }) => weight === "blocks");
  const before = may.submit ?? may.approve ?? may.schedule;
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <div className="space-y-10">
        <Path life={life} />
        {before && life.unpublished && !life.stoppedAt && life.state !== "archived" && (
          <Before
            href={campaignPath(id)}
            rooms={tabs}
            may={may}
            life={life}
            missing={
              missing.length > 0 ? (
                <Findings findings={missing} campaignId={id} caseId={campaign.caseId} before="submit" />
              ) : null
            }
          />
        )}
        {life.publishedAt && life.state !== "archived" && (
          <Ends
            stop={mayDo(actor, "campaigns.stop") ? campaignPath(id, "stop") : undefined}
            may={may}
            life={life}
            progress={progress}
          />
        )}
        <Chain actor={actor} campaign={campaign} life={life} />
      </div>
    </>
  );
}
