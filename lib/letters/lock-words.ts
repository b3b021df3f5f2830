import { validate } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { lockCampaign } from "@/lib/campaigns/lock";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Whose letters a member decides about. */
export type WordsDecision = { campaign: string; signature: string };

/** A confirmed signature that has letters held for their words. */
export type HeldSigner = { id: string; campaignId: string; submissionId: string; language: string };

/**
 * Lets one member at a time decide about a writer's words, and the writer withdraw either before or after.
 * @throws Refusal("not-found"); Refusal("not-possible-now") once it was decided or the writer has withdrawn
 */
export async function lockWords(
  tx: Prisma.TransactionClient,
  { organisationId }: Pick<Actor, "organisationId">,
  { campaign: campaignId, signature }: WordsDecision,
): Promise<HeldSigner> {
  await lockCampaign(tx, { organisationId, campaignId });
  if (!validate(signature)) throw new Refusal("not-found");
  const [row] = await tx.$queryRaw<(HeldSigner & { state: string })[]>`
    select id, campaign_id as "campaignId", submission_id as "submissionId", language, state::text from signatures
    where id = ${signature}::uuid and campaign_id = ${campaignId}::uuid for update`;
  if (!row) throw new Refusal("not-found");
  const held = await tx.letter.count({ where: { signatureId: row.id, state: "held", holdReason: "words" } });
  if (row.state !== "confirmed" || held === 0) throw new Refusal("not-possible-now");
  return row;
}
