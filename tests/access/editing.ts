import { bringBackChange } from "@/lib/campaigns/bring-back";
import { listChanges } from "@/lib/campaigns/changes";
import { getEditing } from "@/lib/campaigns/editing";
import { holdEditing } from "@/lib/campaigns/hold-editing";
import { leaveEditing } from "@/lib/campaigns/leave-editing";
import { takeOverEditing } from "@/lib/campaigns/take-over-editing";
import { makeChange } from "@/tests/changes";
import type { AccessRow } from "./row";

export const rows: AccessRow[] = [
  ofCampaign("getEditing", (actor, { campaign }) => getEditing(actor, campaign.id)),
  ofCampaign("holdEditing", (actor, { campaign }) => holdEditing(actor, campaign.id)),
  ofCampaign("leaveEditing", (actor, { campaign }) => leaveEditing(actor, campaign.id)),
  ofCampaign("takeOverEditing", (actor, { campaign }) => takeOverEditing(actor, campaign.id, "")),
  ofCampaign("listChanges", (actor, { campaign }) => listChanges(actor, campaign.id)),
  ofCampaign("bringBackChange", async (actor, { campaign }) =>
    bringBackChange(actor, campaign.id, await makeChange(campaign.id)),
  ),
];

function ofCampaign(verb: string, call: AccessRow["call"]): AccessRow {
  return { verb, act: "texts.edit", call, foreign: "refused" };
}
