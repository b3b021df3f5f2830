import type { DeskAct } from "@/components/search/places";
import { mayDo } from "@/lib/accounts/access";
import type { Role } from "@/lib/generated/prisma/enums";

/** What a role may do that the palette offers the way to. */
export function placesFor(role: Role): DeskAct[] {
  return [
    ...(mayDo(role, "campaigns.edit") ? (["newCampaign"] as const) : []),
    ...(mayDo(role, "cases.edit") ? (["newCase"] as const) : []),
    ...(mayDo(role, "delivery.steer") ? (["pause"] as const) : []),
    ...(mayDo(role, "members.manage") ? (["invite"] as const) : []),
  ];
}
