import type { DeskAct } from "@/components/search/places";
import type { RailEntry } from "@/components/desk/rail";
import { type Actor, mayDo } from "@/lib/accounts/access";
import { capturesMail } from "@/lib/delivery/open-outbox";

/** The parts of the desk that are open to a member, in the order of the rail. */
export function entriesFor(actor: Actor): RailEntry[] {
  return [
    "overview",
    ...(mayDo(actor, "tasks.read") ? (["tasks"] as const) : []),
    "campaigns",
    ...(mayDo(actor, "cases.read") ? (["cases"] as const) : []),
    "recipients",
    ...(mayDo(actor, "delivery.read") ? (["delivery"] as const) : []),
    "addresses",
    ...(mayDo(actor, "campaigns.edit") ? (["embassies"] as const) : []),
    "members",
    ...(mayDo(actor, "organisation.edit") ? (["organisation"] as const) : []),
    ...(mayDo(actor, "audit.read") ? (["audit"] as const) : []),
    ...(capturesMail() && mayDo(actor, "outbox.read") ? (["outbox"] as const) : []),
  ];
}

/** What a member may do that the palette offers the way to. */
export function placesFor(actor: Actor): DeskAct[] {
  return [
    ...(mayDo(actor, "campaigns.edit") ? (["newCampaign"] as const) : []),
    ...(mayDo(actor, "received.open") ? (["pasteAppeal"] as const) : []),
    ...(mayDo(actor, "cases.edit") ? (["newCase"] as const) : []),
    ...(mayDo(actor, "delivery.steer") ? (["pause"] as const) : []),
    ...(mayDo(actor, "members.manage") ? (["invite"] as const) : []),
  ];
}
