import type { DeliveryState, TallyState } from "@/lib/generated/prisma/enums";

/** Which state of a letter (or a mail of our own) may follow which. Everything else is a defect. */
export const transitions: Record<DeliveryState, readonly DeliveryState[]> = {
  queued: ["claimed", "held", "with_signer", "cancelled", "expired", "unknown"],
  claimed: ["transmitting", "captured", "queued", "waiting", "held", "failed", "quarantined", "cancelled", "unknown"],
  transmitting: ["accepted", "waiting", "failed", "unknown", "held", "queued"],
  accepted: ["bounced"],
  bounced: ["queued", "held"],
  waiting: ["claimed", "queued", "held", "with_signer", "cancelled", "expired", "unknown"],
  held: ["queued", "with_signer", "cancelled", "expired", "unknown"],
  unknown: ["accepted", "bounced", "queued", "held"],
  failed: ["queued", "held"],
  quarantined: ["queued", "held", "cancelled", "unknown"],
  cancelled: [],
  expired: [],
  captured: [],
  with_signer: ["self_reported", "cancelled", "queued"],
  self_reported: ["with_signer"],
};

/** The tally a letter counts in. On its way it counts as queued, whatever a worker is doing with it. */
export function letterTally(state: DeliveryState): TallyState {
  return state === "claimed" || state === "transmitting" || state === "waiting" ? "queued" : state;
}
