import type { DeskAct } from "@/components/search/places";
import { type Actor, mayDo } from "@/lib/accounts/access";

/** What a member may do that the palette offers the way to. */
export function placesFor(actor: Actor): DeskAct[] {
  return [
    ...(mayDo(actor, "campaigns.edit") ? (["newCampaign", "pasteAppeal"] as const) : []),
    ...(mayDo(actor, "cases.edit") ? (["newCase"] as const) : []),
    ...(mayDo(actor, "delivery.steer") ? (["pause"] as const) : []),
    ...(mayDo(actor, "members.manage") ? (["invite"] as const) : []),
  ];
}
