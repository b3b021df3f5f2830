import type { Appeal, AppealRecipient } from "@/lib/campaigns/queries";
import type { Reason } from "./decide";
import { decideFor } from "./decide-for";

/** Somebody a signer writes to, and why. */
export type Written = { recipient: AppealRecipient; reason: Reason };

/** Whom a signer in a country writes to, in order. */
export async function routeSigner(appeal: Appeal, country: string): Promise<Written[]> {
  const { picked, recipients } = await decideFor(appeal, country);
  return picked.flatMap(({ recipient: id, role, reason }) => {
    const recipient = recipients.find((one) => one.id === id);
    return recipient ? [{ recipient: { ...recipient, role }, reason }] : [];
  });
}
