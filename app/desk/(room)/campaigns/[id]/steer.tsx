import { CampaignActs, type Steering, steering } from "@/components/desk/campaign-acts";
import { type Act, type Actor, mayDo } from "@/lib/accounts/access";
import type { DeskCampaign } from "@/lib/campaigns/desk-queries";
import { mayFollow } from "@/lib/campaigns/states";
import { steerAction } from "./actions";
import { campaignPath } from "./load";

const acts: Record<Steering, Act> = {
  pause: "campaigns.publish",
  resume: "campaigns.publish",
  close: "campaigns.publish",
  reopen: "campaigns.publish",
  archive: "campaigns.edit",
  restore: "campaigns.edit",
  duplicate: "campaigns.edit",
};

type SteerProps = {
  actor: Actor;
  campaign: DeskCampaign;
  /** Whether its published revision lacks something, so that it cannot be opened again. */
  blocked: boolean;
};

/** The acts this member may do with this campaign in its present state. */
export function Steer({ actor, campaign: { id, state, stoppedAt }, blocked }: SteerProps) {
  const offered = steering.filter(
    (act) =>
      mayDo(actor, acts[act]) && (act === "duplicate" ? stoppedAt === null : mayFollow(act, state, stoppedAt !== null)),
  );
  const actions = Object.fromEntries(offered.map((act) => [act, steerAction.bind(null, id, act)]));
  const stoppable = mayFollow("stop", state, stoppedAt !== null);
  const stop = stoppable && mayDo(actor, "campaigns.stop") ? campaignPath(id, "stop") : undefined;
  return <CampaignActs {...{ state, actions, stop, blocked }} />;
}
