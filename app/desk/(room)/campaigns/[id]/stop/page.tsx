import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { allowed } from "@/app/desk/allowed";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { Section } from "@/components/desk/section";
import { CampaignStopForm } from "@/components/life/campaign-stop-form";
import { mayDo } from "@/lib/accounts/access";
import { mayFollow } from "@/lib/campaigns/states";
import { getStopProgress } from "@/lib/campaigns/stop-progress";
import { stopAction } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.life.stop");
  return { title: t("pageTitle") };
}

export default async function StopPage({ params }: Props) {
  const { id } = await params;
  const { actor, campaign } = await loadCampaign(id, "stop");
  if (!mayDo(actor, "campaigns.stop")) notFound();
  const { frozen, untold } = await allowed(getStopProgress(actor, id));
  const t = await getTranslations("desk");
  const back = { href: campaignPath(id, "life"), label: campaign.title };
  const possible = mayFollow("stop", campaign.state, campaign.stoppedAt !== null);
  return (
    <>
      <PageHead title={t("life.stop.pageTitle")} back={back} />
      {possible ? (
        <div className="max-w-[42rem] space-y-8">
          <Section id="consequences" title={t("life.stop.consequences")}>
            <ul className="max-w-[62ch] list-disc space-y-1 ps-5">
              <li>{t("life.stop.freezes", { count: frozen })}</li>
              <li>{t("life.stop.page")}</li>
              <li>{t("life.stop.tells", { count: untold })}</li>
            </ul>
          </Section>
          <CampaignStopForm action={stopAction.bind(null, id)} />
        </div>
      ) : (
        <Empty>{t("refusals.not-possible-now")}</Empty>
      )}
    </>
  );
}
