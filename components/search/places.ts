/** The page on which something is done that the palette leads to. Nothing is done on the way. */
export const actHrefs = {
  newCampaign: "/desk/campaigns/new",
  pasteAppeal: "/desk/campaigns/paste",
  newCase: "/desk/cases/new",
  pause: "/desk/delivery#pause",
  invite: "/desk/members/invite",
} as const;

export type DeskAct = keyof typeof actHrefs;

/** A page, something to do, or something found. */
export type Place = {
  group: "page" | "act" | "campaign" | "case" | "recipient";
  label: string;
  note?: string;
  href: string;
};
