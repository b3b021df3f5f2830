import { v7 as uuidv7 } from "uuid";
import type { AppealRecipient } from "@/lib/campaigns/queries";
import type { AddressStatus, Channel, DeliveryState, Disclosure } from "@/lib/generated/prisma/enums";
import type { Reason } from "@/lib/routing/decide";
import { channelOrder, isCarried } from "./carried";

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

/** What of a signer says how their letters travel; `ownClient`: what would go by e-mail they send from their own program. */
export type Sending = { disclosure: Disclosure; ownClient: boolean };

type AddressLike = { channel: Channel; status: AddressStatus };

/**
 * Makes the letters to those a signer writes to, each by one channel. What we carry ourselves is queued; by every other channel the
 * letter lies with the signer; a recipient without a working address gets a letter that waits, visibly. Of such a one the channel
 * says who is to send it once there is a mailbox.
 */
export function routeLetters(
  written: { recipient: AppealRecipient; reason: Reason; language: string }[],
  sending: Sending,
): Route[] {
  const { disclosure, ownClient } = sending;
  if (disclosure === "counted") return [];
  const byMail = ownClient && disclosure === "full" ? "own_client" : "email";
  return written.map(({ recipient, reason, language }) => {
    const way = wayTo(recipient, sending);
    return {
      id: uuidv7(),
      recipient: recipient.id,
      holder: recipient.holders[0]?.id ?? null,
      address: way?.address.id ?? null,
      channel: way?.channel ?? byMail,
      lane: way?.lane ?? "",
      state: firstState(way),
      language,
      reason,
    };
  });
}

/**
 * The address a letter goes to: of the working ones the first of the channel that is tried first. A mail from a signer's own
 * program shows all of them, so below the full name there is no such address.
 */
export function pickAddress<T extends AddressLike>(
  { addresses }: { addresses: T[] },
  disclosure: Disclosure = "full",
): T | undefined {
  const order = channelOrder();
  return addresses
    .filter(({ status, channel }) => status !== "dead" && (channel !== "own_client" || disclosure === "full"))
    .toSorted((one, other) => order.indexOf(one.channel) - order.indexOf(other.channel))
    .at(0);
}

/**
 * How a letter gets to a recipient; undefined while it has no address. What a signer sends from their own program goes to the
 * mailbox ours would go to, unless there is one of its own for that.
 */
export function wayTo<T extends AddressLike & { lane: string }>(
  { addresses }: { addresses: T[] },
  { disclosure, ownClient }: Sending,
): { address: T; channel: Channel; lane: string } | undefined {
  const address = pickAddress({ addresses }, disclosure);
  if (!address) return undefined;
  const { channel, lane } = address;
  if (channel !== "email" || !ownClient || disclosure !== "full") return { address, channel, lane };
  const theirs = addresses.find((one) => one.channel === "own_client" && one.status !== "dead");
  return { address: theirs ?? address, channel: "own_client", lane: "own_client" };
}

function firstState(way: { channel: Channel } | undefined): DeliveryState {
  if (!way) return "held";
  return isCarried(way.channel) ? "queued" : "with_signer";
}
