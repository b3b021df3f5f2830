import type { Prisma } from "@/lib/generated/prisma/client";
import { loadRouting, type NamedRecipient } from "./load";

/** Whom the rules of a campaign lead to from any country, and who is not attached to it; embassies in the order of their hosts. */
export async function listReached(tx: Prisma.TransactionClient, campaignId: string): Promise<NamedRecipient[]> {
  const { rules, recipients, embassies, real } = await loadRouting(tx, campaignId);
  const governments = rules.flatMap((rule) => (rule.kind === "own_government" ? rule.recipients : []));
  const led = [...new Set([...embassies.map(({ recipient }) => recipient), ...governments])];
  return led.flatMap((id) => {
    const found = recipients.find((one) => one.id === id);
    return found && found.role === null && !(real && found.sample) ? [found] : [];
  });
}
