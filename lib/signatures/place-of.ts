import type { AppealRecipient } from "@/lib/campaigns/queries";
import type { Channel, Disclosure } from "@/lib/generated/prisma/enums";
import { pickAddress, type Route } from "@/lib/recipients/route";

export type Place = {
  address: AppealRecipient["addresses"][number] | undefined;
  /** How the letter travels; null while its recipient has no address. */
  channel: Channel | null;
};

/**
 * Where a letter of a draft goes and how, as confirming decides it: also one to a recipient that has got an address only since
 * the draft was made. What its writer was to send from their own mail program stays theirs.
 */
export function placeOf(
  recipient: AppealRecipient,
  route: Pick<Route, "address" | "channel">,
  disclosure: Disclosure,
): Place {
  const chosen = recipient.addresses.find(({ id }) => id === route.address);
  const address = chosen ?? pickAddress(recipient, disclosure);
  const theirs = route.channel === "own_client" && address?.channel === "email" && disclosure === "full";
  return { address, channel: chosen || theirs ? route.channel : (address?.channel ?? null) };
}
