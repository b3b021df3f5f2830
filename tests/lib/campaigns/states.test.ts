import { expect, test } from "vitest";
import { type CampaignAct, campaignActs, mayFollow } from "@/lib/campaigns/states";
import { CampaignState } from "@/lib/generated/prisma/enums";

const followers = (state: CampaignState) =>
  (Object.keys(campaignActs) as CampaignAct[]).filter((act) => mayFollow(act, state)).toSorted();

test.each([
  ["draft", ["archive", "publish", "schedule", "submit"]],
  ["in_review", ["archive", "publish", "schedule", "send-back", "submit"]],
  ["scheduled", ["archive", "publish", "schedule", "unschedule"]],
  ["live", ["close", "pause", "stop"]],
  ["paused", ["close", "resume", "stop"]],
  ["closed", ["archive", "reopen", "stop"]],
  ["archived", ["restore", "restore-draft"]],
] as const)("of a campaign that is %s can be done %j", (state, acts) => {
  expect(followers(state)).toEqual(acts);
});

test("a campaign that was stopped is archived, or opened by nothing but lifting the STOP", () => {
  const acts = (Object.keys(campaignActs) as CampaignAct[]).filter((act) => mayFollow(act, "closed", true));
  expect(acts.toSorted()).toEqual(["archive", "lift-stop"]);
});

test("no act leaves a campaign as it is but for saying the same anew, and each state can be left", () => {
  const anew = ["submit", "schedule", "stop"];
  for (const [act, { from, to }] of Object.entries(campaignActs)) {
    if (!anew.includes(act)) expect(from as readonly string[]).not.toContain(to);
  }
  expect(Object.values(CampaignState).filter((state) => followers(state).length === 0)).toEqual([]);
});
