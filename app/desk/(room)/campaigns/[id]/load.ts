import { cache } from "react";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import type { CampaignTab } from "@/components/desk/campaign-tabs";
import { type Act, type Actor, mayDo } from "@/lib/accounts/access";
import { getCampaign } from "@/lib/campaigns/desk-queries";

/** The address of a campaign's page in the desk, or of one of its rooms. */
export function campaignPath(id: string, tab?: CampaignTab): string {
  const path = `/desk/campaigns/${encodeURIComponent(id)}`;
  return tab && tab !== "overview" ? `${path}/${tab}` : path;
}

/** The campaign a page is about and the member who asks. Others are sent to sign in and then back, or find nothing. */
export const loadCampaign = cache(async (id: string, tab?: CampaignTab) => {
  const actor = await requireActor(campaignPath(id, tab));
  return { actor, campaign: await allowed(getCampaign(actor, id)), tabs: tabsFor(actor) };
});

const entered: Record<CampaignTab, Act> = {
  overview: "campaigns.read",
  page: "texts.edit",
  letter: "texts.edit",
  recipients: "campaigns.edit",
  settings: "campaigns.edit",
  signatures: "signatures.read",
};

function tabsFor({ role }: Actor): CampaignTab[] {
  return (Object.keys(entered) as CampaignTab[]).filter((tab) => mayDo(role, entered[tab]));
}
