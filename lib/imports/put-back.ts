import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import type { Prisma } from "@/lib/generated/prisma/client";
import { writeTexts } from "@/lib/recipients/write-recipient";
import type { Before } from "./before";
import type { markShape } from "./mark";

type Tx = Prisma.TransactionClient;
type Present = Prisma.RecipientGetPayload<{ select: typeof markShape }>;
type Written = { present: Present; before: Before };

/** Whether a letter was written to an address, or salutes a holder, that only the import brought; or a member approved of that holder. */
export async function isRelied(tx: Tx, { present, before }: Written): Promise<boolean> {
  const holder = newHolder({ present, before });
  if (holder?.approvedAt && before.holder) return true;
  const OR = [
    { addressId: { in: newAddresses({ present, before }) } },
    ...(holder ? [{ recipientId: present.id, holderId: holder.id }] : []),
  ];
  return (await tx.letter.findFirst({ where: { OR }, select: { id: true } })) !== null;
}

/**
 * Makes a recipient what it was before an import wrote over it. Addresses and a holder that the import brought are retired, as if
 * by hand, since somebody may be confirming a letter to them.
 */
export async function putBack(tx: Tx, actor: Actor, importId: string, { present, before }: Written): Promise<void> {
  const recipientId = present.id;
  await tx.recipient.update({ where: { id: recipientId }, data: before.facts });
  await writeTexts(tx, { actor, recipientId }, before.texts);
  const holder = newHolder({ present, before });
  if (holder) {
    await tx.holder.update({ where: { id: holder.id }, data: { until: new Date() } });
    if (before.holder) await tx.holder.update({ where: { id: before.holder }, data: { until: null } });
    await recordEvent(actor, { action: "holder.changed", subjectType: "recipient", subjectId: recipientId }, tx);
  }
  for (const id of newAddresses({ present, before })) {
    await tx.address.update({ where: { id }, data: { retiredAt: new Date() } });
    await recordEvent(actor, { action: "address.retired", subjectType: "address", subjectId: id }, tx);
  }
  await tx.recipientGroupMember.deleteMany({ where: { recipientId, groupId: { notIn: before.groups } } });
  const saved = { action: "recipient.saved", subjectType: "recipient", subjectId: recipientId, reason: importId };
  await recordEvent(actor, saved, tx);
}

function newHolder({ present: { holders }, before }: Written): Present["holders"][number] | undefined {
  return holders.find(({ id }) => id !== before.holder);
}

function newAddresses({ present: { addresses }, before }: Written): string[] {
  return addresses.flatMap(({ id }) => (before.addresses.includes(id) ? [] : [id]));
}
