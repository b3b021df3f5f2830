import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { addAddresses, type WaitingLetters } from "@/lib/recipients/add-addresses";
import { presentShape } from "@/lib/recipients/changed";
import { insertRecipient } from "@/lib/recipients/insert-recipient";
import { lockRecipient } from "@/lib/recipients/own-recipient";
import { writeHolder } from "@/lib/recipients/write-recipient";
import type { RecipientPlan } from "./plan-recipient";

type Tx = Prisma.TransactionClient;
type Into = { campaignId: string; letters: WaitingLetters };

/**
 * Makes the new recipients of a campaign, adds to those of the library what a member chose to, and attaches all of them in their
 * order.
 * @param into the campaign, and what becomes of letters of others that wait for an address
 * @throws Refusal("not-found") for one that is not, or no longer, in the library; Refusal("do-not-contact")
 */
export async function writeRecipients(
  tx: Tx,
  actor: Actor,
  { campaignId, letters }: Into,
  recipients: RecipientPlan[],
): Promise<void> {
  const { organisationId } = actor;
  // Always in one order, so that two who take appeals to the same offices wait for each other.
  const known = recipients.flatMap((one) => one.known ?? []);
  for (const id of [...new Set(known)].toSorted()) await lockRecipient(tx, actor, id);
  const attached = new Set<string>();
  for (const recipient of recipients) {
    const recipientId =
      recipient.known === null
        ? await insertRecipient(tx, actor, recipient.input, campaignId)
        : await useKnown(tx, actor, { campaignId, letters }, recipient);
    if (attached.has(recipientId)) continue;
    const position = attached.size;
    attached.add(recipientId);
    const { role } = recipient;
    await tx.campaignRecipient.create({ data: { campaignId, recipientId, organisationId, position, role } });
  }
}

type Known = Extract<RecipientPlan, { known: string }>;

async function useKnown(tx: Tx, actor: Actor, { campaignId, letters }: Into, { known, holder, addresses }: Known) {
  const select = { ...presentShape, doNotContactAt: true };
  const before = await tx.recipient.findUniqueOrThrow({ where: { id: known }, select });
  if (before.doNotContactAt) throw new Refusal("do-not-contact");
  const of = { actor, recipientId: known };
  // Letters salute a new holder once a member has approved that.
  if (holder) await writeHolder(tx, of, before.holders[0], { name: holder, status: "in_office" });
  await addAddresses(tx, of, before.addresses, addresses, letters);
  const entry = { action: "recipient.added", subjectType: "recipient", subjectId: known, reason: campaignId };
  await recordEvent(actor, entry, tx);
  return known;
}
