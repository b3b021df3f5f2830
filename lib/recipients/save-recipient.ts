import { validate } from "uuid";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { presentShape, recipientFingerprint } from "./changed";
import { rerouteLetters } from "./reroute-letters";
import type { RecipientInput } from "./schema";
import { writeAddresses, writeHolder, writeTexts } from "./write-recipient";

/**
 * Saves a recipient, in every campaign it is written to. Letters that were signed keep the holder they have, and the
 * address if it is not dead.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("changed-meanwhile") when it is no longer what the form was
 *   opened with
 */
export async function saveRecipient(actor: Actor, recipientId: string, input: RecipientInput): Promise<void> {
  await requireAccess(actor, "campaigns.edit");
  if (!validate(recipientId)) throw new Refusal("not-found");
  const { organisationId } = actor;
  const { country, language, timeZone, texts, holder, addresses, seen } = input;
  const save = async (tx: Prisma.TransactionClient) => {
    await tx.$queryRaw`select 1 from recipients where id = ${recipientId}::uuid for no key update`;
    const before = await tx.recipient.findFirst({
      where: { id: recipientId, organisationId, mergedIntoId: null },
      select: presentShape,
    });
    if (!before) throw new Refusal("not-found");
    if (recipientFingerprint(before) !== seen) throw new Refusal("changed-meanwhile");
    const of = { actor, recipientId };
    await tx.recipient.update({ where: { id: recipientId }, data: { country, language, timeZone } });
    await writeTexts(tx, of, texts);
    await writeHolder(tx, of, before.holders[0], holder);
    await writeAddresses(tx, of, before.addresses, addresses);
    await rerouteLetters(tx, of);
    await recordEvent(actor, { action: "recipient.saved", subjectType: "recipient", subjectId: recipientId }, tx);
  };
  await db().$transaction(save, { timeout: 120_000 });
}
