import { getLettersOverview } from "@/lib/overview/get-letters-overview";
import { getOverview } from "@/lib/overview/get-overview";
import { searchCampaigns } from "@/lib/search/search-campaigns";
import { searchCases } from "@/lib/search/search-cases";
import { searchDesk } from "@/lib/search/search-desk";
import { searchRecipients } from "@/lib/search/search-recipients";
import type { AccessRow } from "./row";

export const rows: AccessRow[] = [
  { verb: "getOverview", act: "overview.read", call: (actor) => getOverview(actor), foreign: "nothing" },
  { verb: "getLettersOverview", act: "delivery.read", call: (actor) => getLettersOverview(actor), foreign: "nothing" },
  {
    verb: "searchDesk",
    act: "overview.read",
    also: ["campaigns.read", "cases.read", "recipients.read"],
    call: (actor) => searchDesk(actor, { q: "minister", most: 5 }),
    foreign: "nothing",
  },
  {
    verb: "searchCampaigns",
    act: "campaigns.read",
    call: (actor) => searchCampaigns(actor, "back", 5),
    foreign: "nothing",
  },
  { verb: "searchCases", act: "cases.read", call: (actor) => searchCases(actor, "taken", 5), foreign: "nothing" },
  {
    verb: "searchRecipients",
    act: "recipients.read",
    call: (actor) => searchRecipients(actor, "minister", 5),
    foreign: "nothing",
  },
];
