import { CampaignActs, type Steering, steering } from "@/components/desk/campaign-acts";
import { type Act, type Actor, mayDo } from "@/lib/accounts/access";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import { mayFollow } from "@/lib/campaigns/states";
import { steerAction } from "./actions";

const acts: Record<Steering, Act> = {
  pause: "campaigns.publish",
  resume: "campaigns.publish",
  close: "campaigns.publish",
  reopen: "campaigns.publish",
  archive: "campaigns.edit",
  restore: "campaigns.edit",
  duplicate: "campaigns.edit",
};

/** The acts this member may do with this campaign in its present state. */
export function Steer({ actor, campaign: { id, state } }: { actor: Actor; campaign: DeskCampaign }) {
  const offered = steering.filter(
    (act) => mayDo(actor.role, acts[act]) && (act === "duplicate" || mayFollow(act, state)),
  );
  const actions = Object.fromEntries(offered.map((act) => [act, steerAction.bind(null, id, act)]));
  return <CampaignActs state={state} actions={actions} />;
}
