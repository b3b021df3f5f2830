import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import { LinkButton } from "@/components/desk/link-button";
import { PageHead } from "@/components/desk/page-head";
import { FirstSteps } from "@/components/overview/first-steps";
import { Needs } from "@/components/overview/needs";
import { OpenCampaigns } from "@/components/overview/open-campaigns";
import { Today } from "@/components/overview/today";
import { mayDo } from "@/lib/accounts/access";
import { deskHome } from "@/lib/accounts/return-path";
import { getLettersOverview } from "@/lib/overview/get-letters-overview";
import { getOverview } from "@/lib/overview/get-overview";
import { countOpenTasks, listOpenTasks } from "@/lib/tasks/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.overview");
  return { title: t("title") };
}

export default async function OverviewPage() {
  const actor = await requireActor(deskHome);
  const may = (act: Parameters<typeof mayDo>[1]) => mayDo(actor, act);
  const [overview, tasks, open, letters] = await Promise.all([
    allowed(getOverview(actor)),
    may("tasks.read") ? allowed(countOpenTasks(actor)) : 0,
    may("tasks.read") ? allowed(listOpenTasks(actor, 3)) : [],
    may("delivery.read") ? allowed(getLettersOverview(actor)) : null,
  ]);
  const t = await getTranslations("desk");
  const { begun } = overview;
  // Before the first campaign there may be the example, to look at.
  const going = !begun || overview.open.length > 0;
  const action = may("campaigns.edit") && (
    <LinkButton href="/desk/campaigns/new" look="main">
      {t("newCampaign.title")}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={t("overview.title")} action={action} />
      <div className="space-y-12">
        {begun && <FirstSteps begun={begun} may={{ begin: may("campaigns.edit"), invite: may("members.manage") }} />}
        <div className="grid gap-x-12 gap-y-10 *:min-w-0 xl:grid-cols-[3fr_2fr]">
          {(going || begun?.campaignId) && (
            <Needs {...{ overview, letters }} tasks={{ count: tasks, first: open }} now={new Date()} />
          )}
          {letters && going && <Today today={letters.today} />}
        </div>
        {going && <OpenCampaigns overview={overview} signatures={may("signatures.read")} />}
      </div>
    </>
  );
}
