import { listUnreached } from "@/lib/recipients/list-unreached";
import { markAddressDead } from "@/lib/recipients/mark-address-dead";
import { markAddressWorking } from "@/lib/recipients/mark-address-working";
import { releaseWaiting } from "@/lib/recipients/release-waiting";
import type { AccessRow } from "./row";

export const rows: AccessRow[] = [
  { verb: "listUnreached", act: "campaigns.read", call: (actor) => listUnreached(actor), foreign: "nothing" },
  {
    verb: "markAddressWorking",
    act: "recipients.release",
    call: (actor, { minister }) => markAddressWorking(actor, minister.addressId),
    foreign: "refused",
  },
  {
    verb: "releaseWaiting",
    act: "recipients.release",
    call: (actor, { minister }) => releaseWaiting(actor, minister.id),
    foreign: "refused",
  },
  {
    verb: "markAddressDead",
    act: "campaigns.edit",
    call: (actor, { minister }) => markAddressDead(actor, minister.addressId),
    foreign: "refused",
  },
];
