import type { Step } from "@/lib/campaigns/steps";

/** The rooms of a campaign that are always there. */
export type CampaignTab =
  | "overview"
  | "page"
  | "letter"
  | "recipients"
  | "settings"
  | "life"
  | "signatures"
  | "delivery";

/** Where each step of writing a campaign is done. */
export const stepRooms = {
  case: "settings",
  recipients: "recipients",
  letters: "letter",
  page: "page",
  consent: "consent",
  review: "publish",
} as const satisfies Record<Step, string>;
