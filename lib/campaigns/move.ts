import { validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { blocks, listBlockers } from "./blockers";
import { type CampaignAct, campaignActs, mayFollow } from "./states";

type Tx = Prisma.TransactionClient;

/**
 * Brings a campaign into its next state, guarded by the one it is in: of two members at once one is refused.
 * @throws Refusal("not-found"), Refusal("not-possible-now")
 */
export async function move(tx: Tx, actor: Actor, campaignId: string, act: CampaignAct): Promise<void> {
  const { from, to } = campaignActs[act];
  const where = { id: campaignId, organisationId: actor.organisationId };
  if (!validate(campaignId)) throw new Refusal("not-found");
  const stopped = [true, false].filter((one) => from.some((state) => mayFollow(act, state, one)));
  const fits = { OR: stopped.map((one) => ({ stoppedAt: one ? { not: null } : null })) };
  const { count } = await tx.campaign.updateMany({
    where: { ...where, ...fits, state: { in: [...from] } },
    data: { state: to, stateAt: new Date() },
  });
  if (count === 0) throw new Refusal((await tx.campaign.count({ where })) > 0 ? "not-possible-now" : "not-found");
  await recordEvent(actor, { action: `campaign.${act}`, subjectType: "campaign", subjectId: campaignId }, tx);
}

/** @throws Refusal("not-ready") while anything is missing before a campaign may be signed */
export async function requireReady(tx: Tx, campaignId: string, which: "newest" | "published"): Promise<void> {
  if ((await listBlockers(tx, campaignId, which)).some(blocks)) throw new Refusal("not-ready");
}
