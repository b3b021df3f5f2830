import { getCampaign, listCampaigns, listOpenCampaigns } from "@/lib/campaigns/desk-queries";
import { getEdition } from "@/lib/campaigns/edition";
import { forwardCampaign } from "@/lib/campaigns/forward";
import { getWithheld } from "@/lib/campaigns/get-withheld";
import { listLetters } from "@/lib/letters/queries";
import type { AccessRow } from "./row";

export const rows: AccessRow[] = [
  {
    verb: "listCampaigns",
    act: "campaigns.read",
    call: (actor) => listCampaigns(actor, { limit: 5 }),
    foreign: "nothing",
  },
  {
    verb: "listOpenCampaigns",
    act: "campaigns.read",
    call: (actor) => listOpenCampaigns(actor, 5),
    foreign: "nothing",
  },
  {
    verb: "getCampaign",
    act: "campaigns.read",
    call: (actor, { campaign }) => getCampaign(actor, campaign.id),
    foreign: "refused",
  },
  {
    verb: "getEdition",
    act: "texts.edit",
    call: (actor, { campaign }) => getEdition(actor, campaign.id),
    foreign: "refused",
  },
  {
    verb: "getWithheld",
    act: "texts.edit",
    call: (actor, { campaign }) => getWithheld(actor, campaign.id, "en"),
    foreign: "refused",
  },
  {
    verb: "forwardCampaign",
    act: "campaigns.edit",
    call: (actor, { campaign }) => forwardCampaign(actor, campaign.id, "en"),
    foreign: "refused",
  },
  {
    verb: "listLetters",
    act: "letters.read",
    call: (actor, { campaign }) => listLetters(actor, campaign.id, { limit: 5 }),
    foreign: "nothing",
  },
];
