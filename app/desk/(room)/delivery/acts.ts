import type { DeliveryActs } from "@/components/delivery/live-delivery";
import type { Pausable } from "@/components/delivery/pause-form";
import { type Actor, mayDo } from "@/lib/accounts/access";
import type { Delivery } from "@/lib/delivery/queries";
import { resumeAction, retryAction, skipAction } from "./actions";

/** What a member may do about delivery. */
export function actsFor(actor: Actor): DeliveryActs {
  return mayDo(actor, "delivery.steer") ? { resume: resumeAction, retry: retryAction, skip: skipAction } : {};
}

/** What a member may pause, of what a page shows; null for those who may not. */
export function pausableFor(actor: Actor, { campaigns, lanes }: Delivery): Pausable | null {
  if (!mayDo(actor, "delivery.steer")) return null;
  const lines = campaigns.flatMap((campaign) => campaign.lines);
  const recipients = new Map(lines.map(({ recipientId: id, name }) => [id, { id, name }]));
  return {
    everything: mayDo(actor, "delivery.stop"),
    campaigns: campaigns.map(({ id, title }) => ({ id, title })),
    recipients: [...recipients.values()],
    lanes: lanes.map(({ name }) => name),
  };
}
