import type { Actor } from "@/lib/accounts/access";
import { lockEditable } from "@/lib/campaigns/lock";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CampaignState } from "@/lib/generated/prisma/enums";
import { listUncovered } from "./gaps";
import { loadRouting } from "./load";

type Tx = Prisma.TransactionClient;

/**
 * Changes a campaign's rules, or who is attached to it, one member at a time.
 * @throws Refusal("not-found"); Refusal("not-possible-now") for an archived campaign; Refusal("nobody-left") where a campaign
 *   that can be signed, or may be again, would leave signers of a country with nobody to write to who had somebody before
 */
export async function changeRules(
  actor: Pick<Actor, "organisationId" | "accountId">,
  campaignId: string,
  change: (tx: Tx, state: CampaignState) => Promise<void>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { state } = await lockEditable(tx, { ...actor, campaignId });
    const guarded = state === "live" || state === "paused";
    const before = guarded ? listUncovered(await loadRouting(tx, campaignId)) : [];
    await change(tx, state);
    if (!guarded) return;
    const after = listUncovered(await loadRouting(tx, campaignId));
    if (after.some((code) => !before.includes(code))) throw new Refusal("nobody-left");
  });
}
