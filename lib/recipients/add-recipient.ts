import { v7 as uuidv7 } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { lockEditable } from "@/lib/campaigns/lock";
import { db } from "@/lib/db";
import { orderOf } from "./order";
import type { RecipientInput } from "./schema";
import { writeAddresses, writeHolder, writeTexts } from "./write-recipient";

/**
 * Makes a recipient and adds it to a campaign, as the last one written to.
 * @returns its id
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for an archived campaign
 */
export async function addRecipient(actor: Actor, campaignId: string, input: RecipientInput): Promise<string> {
  await requireAccess(actor, "campaigns.edit");
  const { organisationId } = actor;
  const recipientId = uuidv7();
  const { country, language, timeZone, texts, holder, addresses } = input;
  await db().$transaction(async (tx) => {
    await lockEditable(tx, { ...actor, campaignId });
    await tx.recipient.create({ data: { id: recipientId, organisationId, country, language, timeZone } });
    const of = { actor, recipientId };
    await writeTexts(tx, of, texts);
    await writeHolder(tx, of, undefined, holder);
    await writeAddresses(tx, of, [], addresses);
    const position = (await orderOf(tx, campaignId)).length;
    await tx.campaignRecipient.create({ data: { campaignId, recipientId, organisationId, position } });
    await recordEvent(
      actor,
      { action: "recipient.added", subjectType: "recipient", subjectId: recipientId, reason: campaignId },
      tx,
    );
  });
  return recipientId;
}
