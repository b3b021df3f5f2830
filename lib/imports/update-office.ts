import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import type { Prisma } from "@/lib/generated/prisma/client";
import { addAddresses } from "@/lib/recipients/add-addresses";
import type { TextInput } from "@/lib/recipients/schema";
import { writeHolder, writeTexts } from "@/lib/recipients/write-recipient";
import { idsOf } from "./insert-offices";
import { markOf, markShape } from "./mark";
import type { ReadOffice } from "./plan-rows";

type Tx = Prisma.TransactionClient;
type Target = { importId: string; recipientId: string; groups: Map<string, string> };
type Present = Prisma.RecipientGetPayload<{ select: typeof markShape }>;

/**
 * Writes what a row says over a recipient that is there: what the row leaves open stays, addresses, tags and groups are added,
 * and another holder is a new one, whom letters salute once a member approves.
 */
export async function updateOffice(
  tx: Tx,
  actor: Actor,
  { importId, recipientId, groups }: Target,
  row: ReadOffice,
): Promise<void> {
  const of = { actor, recipientId };
  await tx.$queryRaw`select 1 from recipients where id = ${recipientId}::uuid for no key update`;
  const before = await tx.recipient.findUniqueOrThrow({ where: { id: recipientId }, select: markShape });
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
  await tx.recipientImportRow.updateMany({ where: { importId, recipientId, outcome: "made" }, data });
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
