import { v7 as uuidv7 } from "uuid";
import { type AuditEntry, recordEvent } from "@/lib/accounts/record-event";
import type { Actor } from "@/lib/accounts/access";
import type { Address, Holder, Prisma } from "@/lib/generated/prisma/client";
import { forgivenFailures } from "./failures";
import type { AddressInput, RecipientInput } from "./schema";

type Tx = Prisma.TransactionClient;
type Of = { actor: Actor; recipientId: string };

/** The texts as they are given; a language that was emptied goes. */
export async function writeTexts(tx: Tx, { actor, recipientId }: Of, texts: RecipientInput["texts"]): Promise<void> {
  const { organisationId } = actor;
  await tx.recipientText.deleteMany({ where: { recipientId } });
  await tx.recipientText.createMany({ data: texts.map((text) => ({ recipientId, organisationId, ...text })) });
}

/**
 * A new holder is a new row: letters already signed keep theirs until a member approves that they salute the new one. Where
 * there was none before, nothing is saluted otherwise.
 */
export async function writeHolder(
  tx: Tx,
  { actor, recipientId }: Of,
  before: Pick<Holder, "id" | "name" | "status"> | undefined,
  { name, status, since = null }: RecipientInput["holder"] & { since?: Date | null },
): Promise<void> {
  if (before?.name === name && before.status === status) return;
  const now = new Date();
  if (before) await tx.holder.update({ where: { id: before.id }, data: { until: since ?? now } });
  const { organisationId } = actor;
  const approvedAt = before ? null : now;
  await tx.holder.create({ data: { id: uuidv7(), organisationId, recipientId, name, status, since, approvedAt } });
  await record(tx, actor, { action: "holder.changed", subjectId: recipientId });
}

/** An address that is gone, or was changed, is retired: its letters stay true. Order and status follow the form. */
export async function writeAddresses(tx: Tx, of: Of, before: Address[], given: AddressInput[]): Promise<void> {
  const { actor, recipientId } = of;
  const gone = before.filter((address) => !given.some((one) => isSame(one, address)));
  for (const { id } of gone) {
    await tx.address.update({ where: { id }, data: { retiredAt: new Date() } });
    await record(tx, actor, { action: "address.retired", subjectType: "address", subjectId: id });
  }
  for (const [position, { channel, value, raw, lane, status }] of given.entries()) {
    const known = before.find((address) => isSame({ channel, value }, address));
    const id = known?.id ?? uuidv7();
    if (known) {
      const forgiven = status === "working" && known.status !== "working" ? forgivenFailures : {};
      await tx.address.update({ where: { id }, data: { position, status, ...forgiven } });
    } else {
      const { organisationId } = actor;
      await tx.address.create({
        data: { id, organisationId, recipientId, channel, value, raw, lane, position, status },
      });
      await record(tx, actor, { action: "address.added", subjectType: "address", subjectId: id });
    }
    if (status !== (known?.status ?? "working")) {
      await record(tx, actor, { action: "address.status", subjectType: "address", subjectId: id, reason: status });
    }
  }
}

function isSame(one: { channel: string; value: string }, other: { channel: string; value: string }): boolean {
  return one.channel === other.channel && one.value === other.value;
}

async function record(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  await recordEvent(actor, { subjectType: "recipient", ...entry }, tx);
}
