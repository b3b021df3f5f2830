import type { Act } from "@/lib/accounts/access";
import type { Scene } from "./row";

/** One page or download of the room, by its folder below `app/desk/(room)/`. */
export type PageRow = {
  folder: string;
  /** Who may not do this gets the page "nothing here". */
  act: Act;
  /** Its address for what belongs to the scene. Without ids of ours in it, everybody who may sees their own. */
  path: (scene: Scene) => string;
};

export const pages: PageRow[] = [
  { folder: "campaigns", act: "campaigns.read", path: () => "/desk/campaigns" },
  { folder: "campaigns/[id]", act: "campaigns.read", path: ({ campaign }) => `/desk/campaigns/${campaign.id}` },
  {
    folder: "campaigns/[id]/signatures",
    act: "signatures.read",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/signatures`,
  },
  {
    folder: "campaigns/[id]/signatures/[signature]",
    act: "signatures.open",
    path: ({ campaign, signatures: [signature] }) => `/desk/campaigns/${campaign.id}/signatures/${signature?.id}`,
  },
  {
    folder: "campaigns/[id]/signatures/export",
    act: "exports.make",
    path: ({ campaign }) => `/desk/campaigns/${campaign.id}/signatures/export`,
  },
  { folder: "outbox", act: "outbox.read", path: () => "/desk/outbox" },
  {
    folder: "outbox/[table]/[id]",
    act: "outbox.read",
    path: ({ signatures: [signature] }) => `/desk/outbox/letters/${signature?.letters.email}`,
  },
];
