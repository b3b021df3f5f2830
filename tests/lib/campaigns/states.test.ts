import { expect, test } from "vitest";
import { type CampaignAct, campaignActs, mayFollow } from "@/lib/campaigns/states";
import { CampaignState } from "@/lib/generated/prisma/enums";

const followers = (state: CampaignState) =>
  (Object.keys(campaignActs) as CampaignAct[]).filter((act) => mayFollow(act, state)).toSorted();

test.each([
  ["draft", ["archive", "publish"]],
  ["in_review", ["archive", "publish"]],
  ["scheduled", ["archive", "publish"]],
  ["live", ["close", "pause"]],
  ["paused", ["close", "resume"]],
  ["closed", ["archive", "reopen"]],
  ["archived", ["restore", "restore-draft"]],
] as const)("of a campaign that is %s can be done %j", (state, acts) => {
  expect(followers(state)).toEqual(acts);
});

test("no act leaves a campaign as it is, and each state can be left", () => {
  for (const { from, to } of Object.values(campaignActs)) expect(from as readonly string[]).not.toContain(to);
  expect(Object.values(CampaignState).filter((state) => followers(state).length === 0)).toEqual([]);
});
