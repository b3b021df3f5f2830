import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { RecipientInput } from "./schema";
import { writeAddresses, writeHolder, writeTexts } from "./write-recipient";

/** Makes a recipient of the actor's organisation, with all that belongs to it; for one, or for many in one transaction. @returns its id */
export async function insertRecipient(
  tx: Prisma.TransactionClient,
  asked: Actor,
  { country, language, timeZone, texts, holder, addresses }: Omit<RecipientInput, "seen">,
  reason?: string,
): Promise<string> {
  const { organisationId } = asked;
  const recipientId = uuidv7();
  const of = { actor: asked, recipientId };
  await tx.recipient.create({ data: { id: recipientId, organisationId, country, language, timeZone } });
  await writeTexts(tx, of, texts);
  await writeHolder(tx, of, undefined, holder);
  await writeAddresses(tx, of, [], addresses);
  const entry = { action: "recipient.added", subjectType: "recipient", subjectId: recipientId };
  await recordEvent(asked, { ...entry, ...(reason && { reason }) }, tx);
  return recipientId;
}
