import { v7 as uuidv7 } from "uuid";
import type { AppealRecipient } from "@/lib/campaigns/queries";
import type { AddressStatus, Channel, DeliveryState, Disclosure } from "@/lib/generated/prisma/enums";
import type { Reason } from "@/lib/routing/decide";
import { isCarried } from "./carried";

/** One letter a signature will become: ids only, so that it may stand readable beside the sealed words. */
export type Route = {
  id: string;
  recipient: string;
  holder: string | null;
  address: string | null;
  channel: Channel;
  lane: string;
  state: DeliveryState;
  /** The language the letter leaves in (BCP 47); of older drafts that of their submission. */
  language?: string;
  /** Why this recipient; of drafts that are older than rules it is not known. */
  reason?: Reason;
  /** Why it is held although it could leave. */
  hold?: "words";
};

/**
 * Makes the letters to those a signer writes to, each by one channel. What we carry ourselves is queued; by every other channel the
 * letter lies with the signer; a recipient without a working address gets a letter that waits, visibly.
 */
export function routeLetters(
  written: { recipient: AppealRecipient; reason: Reason; language: string }[],
  disclosure: Disclosure,
): Route[] {
  if (disclosure === "counted") return [];
  return written.map(({ recipient, reason, language }) => {
    const address = pickAddress(recipient);
    return {
      id: uuidv7(),
      recipient: recipient.id,
      holder: recipient.holders[0]?.id ?? null,
      address: address?.id ?? null,
      channel: address?.channel ?? "email",
      lane: address?.lane ?? "",
      state: firstState(address),
      language,
      reason,
    };
  });
}

/** The address a letter goes to: a working one by e-mail if there is one, else the first working one. */
export function pickAddress<T extends { channel: Channel; status: AddressStatus }>(recipient: {
  addresses: T[];
}): T | undefined {
  const usable = recipient.addresses.filter(({ status }) => status !== "dead");
  return usable.find(({ channel }) => channel === "email") ?? usable[0];
}

function firstState(address: { channel: Channel } | undefined): DeliveryState {
  if (!address) return "held";
  return isCarried(address.channel) ? "queued" : "with_signer";
}
