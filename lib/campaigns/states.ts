import type { CampaignState } from "@/lib/generated/prisma/enums";

type Transition = { from: readonly CampaignState[]; to: CampaignState };

/** What may be done with a campaign: in which states, and what state it is in then. Everything else is refused. */
export const campaignActs = {
  publish: { from: ["draft", "in_review", "scheduled"], to: "live" },
  pause: { from: ["live"], to: "paused" },
  resume: { from: ["paused"], to: "live" },
  close: { from: ["live", "paused"], to: "closed" },
  reopen: { from: ["closed"], to: "live" },
  archive: { from: ["draft", "in_review", "scheduled", "closed"], to: "archived" },
  restore: { from: ["archived"], to: "closed" },
  "restore-draft": { from: ["archived"], to: "draft" },
} as const satisfies Record<string, Transition>;

export type CampaignAct = keyof typeof campaignActs;

/** Whether something may be done with a campaign in this state. */
export function mayFollow(act: CampaignAct, state: CampaignState): boolean {
  return (campaignActs[act].from as readonly CampaignState[]).includes(state);
}
