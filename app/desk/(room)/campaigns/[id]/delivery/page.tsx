import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { releaseAction } from "@/app/desk/(room)/campaigns/[id]/actions";
import { campaignPath, loadCampaign } from "@/app/desk/(room)/campaigns/[id]/load";
import { pauseAction } from "@/app/desk/(room)/delivery/actions";
import { actsFor, pausableFor } from "@/app/desk/(room)/delivery/acts";
import { allowed } from "@/app/desk/allowed";
import { LiveCampaignDelivery } from "@/components/delivery/live-delivery";
import { PauseForm } from "@/components/delivery/pause-form";
import { CampaignHead } from "@/components/desk/campaign-head";
import { mayDo } from "@/lib/accounts/access";
import { getDelivery } from "@/lib/delivery/queries";
import { deliveryQuerySchema, pauseTarget } from "@/lib/delivery/schema";
import { holdReasonSchema } from "@/lib/letters/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.delivery");
  return { title: t("title") };
}

export default async function CampaignDeliveryPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, campaign, tabs } = await loadCampaign(id, "delivery", searchParams);
  const { span, skip } = deliveryQuerySchema.parse(await searchParams);
  const delivery = await allowed(getDelivery(actor, { campaignId: id, span }));
  const pausable = pausableFor(actor, delivery);
  const release = mayDo(actor, "letters.release")
    ? Object.fromEntries(holdReasonSchema.options.map((reason) => [reason, releaseAction.bind(null, id, reason)]))
    : undefined;
  return (
    <>
      <CampaignHead campaign={campaign} tabs={tabs} />
      <div className="space-y-10">
        <LiveCampaignDelivery
          first={delivery}
          address={`/desk/delivery/stream?${new URLSearchParams({ campaign: id, span }).toString()}`}
          path={campaignPath(id, "delivery")}
          acts={{ ...actsFor(actor), release }}
          skip={skip}
        />
        {pausable && (
          <PauseForm action={pauseAction} of={pausable} initial={pauseTarget({ scope: "campaign", subjectId: id })} />
        )}
      </div>
    </>
  );
}
