import { cache } from "react";
import { requireActor } from "@/app/desk/actor";
import { allowed } from "@/app/desk/allowed";
import type { CampaignTab } from "@/components/desk/campaign-rooms";
import { type Act, type Actor, mayDo } from "@/lib/accounts/access";
import { withQuery } from "@/lib/accounts/return-path";
import { getCampaign } from "@/lib/campaigns/desk-queries";
import { listSteps } from "@/lib/campaigns/list-steps";

type Room =
  | CampaignTab
  | "publish"
  | "embed"
  | "history"
  | "consent"
  | "stop"
  | "words"
  | "forward"
  | "forward/file"
  | `${"recipients" | "recipients/rules" | "signatures" | "words"}/${string}`;

/** The address of a campaign's page in the desk, or of one of its rooms. */
export function campaignPath(id: string, room?: Room): string {
  const path = `/desk/campaigns/${encodeURIComponent(id)}`;
  return room && room !== "overview" ? `${path}/${room}` : path;
}

type Query = Promise<Record<string, unknown>>;

/**
 * The campaign a page is about and the member who asks. Others are sent to sign in and then back, or find nothing.
 * @param query what the page was asked for with, where it reads any
 */
export async function loadCampaign(id: string, room?: Room, query?: Query) {
  return loadFor(id, withQuery(campaignPath(id, room), (await query) ?? {}));
}

const loadFor = cache(async (id: string, path: string) => {
  const actor = await requireActor(path);
  const campaign = await allowed(getCampaign(actor, id));
  return { actor, campaign: { ...campaign, steps: await listSteps(actor, campaign) }, tabs: tabsFor(actor) };
});

const entered: Record<CampaignTab, Act> = {
  overview: "campaigns.read",
  page: "texts.edit",
  letter: "texts.edit",
  recipients: "campaigns.edit",
  settings: "campaigns.edit",
  life: "campaigns.read",
  signatures: "signatures.read",
  delivery: "delivery.read",
};

function tabsFor(actor: Actor): CampaignTab[] {
  return (Object.keys(entered) as CampaignTab[]).filter((tab) => mayDo(actor, entered[tab]));
}
