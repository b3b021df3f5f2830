import type { CampaignState, Channel, DeliveryState } from "@/lib/generated/prisma/enums";

/** What a signer is told of their letters the moment they have confirmed, in the order in which it is told. */
export const fates = ["accepted", "faxed", "leaving", "held", "captured"] as const;
export type Fate = (typeof fates)[number];

/** What letters need besides their own state: a campaign that sends, and a mail server that is connected. */
type House = { campaign: CampaignState; connected: boolean };

type Letter = { state: DeliveryState; channel: Channel };

const ofState: Partial<Record<DeliveryState, Fate>> = {
  queued: "leaving",
  claimed: "leaving",
  transmitting: "leaving",
  waiting: "leaving",
  accepted: "accepted",
  held: "held",
  quarantined: "held",
  captured: "captured",
};

/**
 * How many letters are on their way, held, and so on. Those that lie with the signer, or whose way has ended otherwise,
 * are left out. Nothing is on its way while the campaign is paused, or where no mail server is connected.
 */
export function countFates(letters: Letter[], house: House): Record<Fate, number> {
  const counts = { accepted: 0, faxed: 0, leaving: 0, held: 0, captured: 0 };
  for (const letter of letters) {
    const fate = fateOf(letter);
    if (fate) counts[fate === "leaving" ? leavingAs(house) : fate] += 1;
  }
  return counts;
}

/** A fax gateway's word is not the recipient's. */
function fateOf({ state, channel }: Letter): Fate | undefined {
  return state === "accepted" && channel === "fax" ? "faxed" : ofState[state];
}

function leavingAs({ campaign, connected }: House): Fate {
  if (!connected) return "captured";
  return campaign === "paused" ? "held" : "leaving";
}
