import type { CampaignState } from "@/lib/generated/prisma/enums";

type Transition = { from: readonly CampaignState[]; to: CampaignState };

/** What may be done with a campaign: in which states, and what state it is in then. Everything else is refused. */
export const campaignActs = {
  submit: { from: ["draft", "in_review"], to: "in_review" },
  "send-back": { from: ["in_review"], to: "draft" },
  schedule: { from: ["draft", "in_review", "scheduled"], to: "scheduled" },
  unschedule: { from: ["scheduled"], to: "draft" },
  publish: { from: ["draft", "in_review", "scheduled"], to: "live" },
  pause: { from: ["live"], to: "paused" },
  resume: { from: ["paused"], to: "live" },
  close: { from: ["live", "paused"], to: "closed" },
  reopen: { from: ["closed"], to: "live" },
  stop: { from: ["live", "paused", "closed"], to: "closed" },
  "lift-stop": { from: ["closed"], to: "paused" },
  archive: { from: ["draft", "in_review", "scheduled", "closed"], to: "archived" },
  restore: { from: ["archived"], to: "closed" },
  "restore-draft": { from: ["archived"], to: "draft" },
} as const satisfies Record<string, Transition>;

export type CampaignAct = keyof typeof campaignActs;

/** Acts that are still possible once a campaign was stopped. */
const afterStop: readonly CampaignAct[] = ["lift-stop", "archive", "restore"];

/** Whether something may be done with a campaign in this state. One that was stopped is opened by nothing but lifting the STOP. */
export function mayFollow(act: CampaignAct, state: CampaignState, stopped = false): boolean {
  const fits = (campaignActs[act].from as readonly CampaignState[]).includes(state);
  return fits && (stopped ? afterStop.includes(act) : act !== "lift-stop");
}
