import { getEmbed, hostsMark, listPartnerTotals } from "@/lib/embeds/queries";
import { saveEmbedHosts } from "@/lib/embeds/save-hosts";
import type { AccessRow } from "./row";

export const rows: AccessRow[] = [
  {
    verb: "getEmbed",
    act: "campaigns.read",
    call: (actor, { campaign }) => getEmbed(actor, campaign.id),
    foreign: "refused",
  },
  {
    verb: "listPartnerTotals",
    act: "campaigns.read",
    call: (actor, { campaign }) => listPartnerTotals(actor, campaign.id),
    foreign: "refused",
  },
  {
    verb: "saveEmbedHosts",
    act: "campaigns.edit",
    call: (actor, { campaign }) => saveEmbedHosts(actor, campaign.id, { hosts: [], seen: hostsMark([]) }),
    foreign: "refused",
  },
];
