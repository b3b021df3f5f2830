import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CampaignState } from "@/lib/generated/prisma/enums";

type Part = { campaignId: string; recipientId: string; state: CampaignState };

/**
 * For a recipient that is about to be taken out or to get a copy only. What can be signed, or may be again, is written to
 * somebody. Called under the campaign's lock.
 * @throws Refusal("not-possible-now") when it is the last one a live or paused campaign is written to
 */
export async function refuseLast(
  tx: Prisma.TransactionClient,
  { campaignId, recipientId, state }: Part,
): Promise<void> {
  if (state !== "live" && state !== "paused") return;
  const rows = await tx.campaignRecipient.findMany({
    where: { campaignId, role: "to", recipient: { doNotContactAt: null } },
    select: { recipientId: true },
  });
  if (rows.length === 1 && rows[0]?.recipientId === recipientId) throw new Refusal("not-possible-now");
}
