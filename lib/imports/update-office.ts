import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import type { Prisma } from "@/lib/generated/prisma/client";
import { addAddresses } from "@/lib/recipients/add-addresses";
import type { TextInput } from "@/lib/recipients/schema";
import { writeHolder, writeTexts } from "@/lib/recipients/write-recipient";
import { sealBefore } from "./before";
import { idsOf } from "./insert-offices";
import { markOf, markShape } from "./mark";
import type { ReadOffice } from "./plan-rows";

type Tx = Prisma.TransactionClient;
type Target = { importId: string; number: number; recipientId: string; groups: Map<string, string> };
type Present = Prisma.RecipientGetPayload<{ select: typeof markShape }>;

/**
 * Writes what a row says over a recipient that is there: what the row leaves open stays, addresses, tags and groups are added,
 * and another holder is a new one, whom letters salute once a member approves. What it was before is kept with the first row
 * that writes over it, for undoing; what this import made itself is only taken out again.
 */
export async function updateOffice(
  tx: Tx,
  actor: Actor,
  { importId, number, recipientId, groups }: Target,
  row: ReadOffice,
): Promise<void> {
  const of = { actor, recipientId };
  await tx.$queryRaw`select 1 from recipients where id = ${recipientId}::uuid for no key update`;
  const before = await tx.recipient.findUniqueOrThrow({ where: { id: recipientId }, select: markShape });
  await keepBefore(tx, { importId, number }, before);
  const { office, given, tags } = row;
  await tx.recipient.update({
    where: { id: recipientId },
    data: {
      ...(given.has("country") && { country: office.country }),
      ...(given.has("language") && { language: office.language }),
      ...(given.has("timeZone") && { timeZone: office.timeZone }),
      tags: [...new Set([...before.tags, ...tags])],
    },
  });
  await writeTexts(tx, of, mergedTexts(before, row));
  if (given.has("holder")) await writeHolder(tx, of, before.holders[0], office.holder);
  await addAddresses(tx, of, before.addresses, row.office.addresses, "move");
  const within = idsOf(groups, row.groups).map((groupId) => ({
    groupId,
    recipientId,
    organisationId: actor.organisationId,
  }));
  await tx.recipientGroupMember.createMany({ data: within, skipDuplicates: true });
  await recordEvent(
    actor,
    { action: "recipient.saved", subjectType: "recipient", subjectId: recipientId, reason: importId },
    tx,
  );
  const after = await tx.recipient.findUniqueOrThrow({ where: { id: recipientId }, select: markShape });
  const data = { mark: markOf(after) };
  await tx.recipientImportRow.updateMany({ where: decidingRow(importId, recipientId), data });
}

async function keepBefore(tx: Tx, at: { importId: string; number: number }, before: Present): Promise<void> {
  if ((await tx.recipientImportRow.count({ where: decidingRow(at.importId, before.id) })) > 0) return;
  const data = { sealedBefore: sealBefore(at, before) };
  await tx.recipientImportRow.update({ where: { importId_number: at }, data });
}

/** The row that undoing goes by: the one that made the recipient, or the first that wrote over it. */
function decidingRow(importId: string, recipientId: string): Prisma.RecipientImportRowWhereInput {
  return { importId, recipientId, OR: [{ outcome: "made" }, { sealedBefore: { not: null } }] };
}

function mergedTexts(before: Present, { office, given }: ReadOffice): TextInput[] {
  const [text] = office.texts;
  const kept = before.texts.map(({ language, office: title, short, body, salutation }) => ({
    language,
    office: title,
    short,
    body,
    salutation,
  }));
  if (!text) return kept;
  const same = kept.find(({ language }) => language === text.language);
  if (!same) return [...kept, text];
  const fields = (["office", "short", "body", "salutation"] as const).filter((field) => given.has(field));
  for (const field of fields) same[field] = text[field];
  return kept;
}
