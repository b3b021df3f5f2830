import { v7 as uuidv7, validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { OutcomeInput } from "./schema";

/**
 * Records what became of the case of a campaign. What is public is shown on the page of every campaign of the case, without
 * the names that are withheld.
 * @returns its id
 * @throws Refusal("no-access"), Refusal("not-found")
 */
export async function recordOutcome(actor: Actor, campaignId: string, input: OutcomeInput): Promise<string> {
  await requireAccess(actor, "cases.edit");
  const { organisationId, accountId } = actor;
  const where = { id: campaignId, organisationId };
  const campaign = validate(campaignId) ? await db().campaign.findFirst({ where, select: { caseId: true } }) : null;
  if (!campaign) throw new Refusal("not-found");
  const { outcome: text, ...said } = input;
  const id = uuidv7();
  await db().$transaction(async (tx) => {
    const of = { organisationId, campaignId, caseId: campaign.caseId, recordedBy: accountId };
    await tx.outcome.create({ data: { id, ...of, ...said, text } });
    const entry = { action: "outcome.recorded", subjectType: "campaign", subjectId: campaignId };
    await recordEvent(actor, { ...entry, reason: said.audience }, tx);
  });
  return id;
}
