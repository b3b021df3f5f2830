import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import type { HoldReason } from "@/lib/generated/prisma/enums";

/** How many letters of a campaign are held for a reason. */
export type HeldLetters = { reason: HoldReason; count: number };

/**
 * The held letters of a campaign by their reason; nothing for one of another organisation.
 * @throws Refusal("no-access")
 */
export async function countHeldLetters(actor: Actor, campaignId: string): Promise<HeldLetters[]> {
  await requireAccess(actor, "campaigns.read");
  if (!validate(campaignId)) return [];
  const { organisationId } = actor;
  const groups = await db().letter.groupBy({
    by: ["holdReason"],
    where: { organisationId, campaignId, state: "held" },
    orderBy: { holdReason: "asc" },
    _count: true,
  });
  const counts = new Map<HoldReason, number>();
  for (const { holdReason, _count } of groups) {
    // Those from before reasons were kept had nowhere to go.
    const reason = holdReason ?? "address";
    counts.set(reason, (counts.get(reason) ?? 0) + _count);
  }
  return [...counts].map(([reason, count]) => ({ reason, count }));
}
