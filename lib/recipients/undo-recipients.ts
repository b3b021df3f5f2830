import { validate } from "uuid";
import { z } from "zod";
import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import type { Prisma, Undo } from "@/lib/generated/prisma/client";
import { claimUndo, countUndone } from "@/lib/undo/claim-undo";
import { undoActs } from "@/lib/undo/schema";
import { lockMerged } from "./lock-merged";
import * as many from "./many.sql";

type Tx = Prisma.TransactionClient;

/** What is done with many recipients. */
export const recipientActs = ["tagged", "untagged", "grouped", "ungrouped", "silenced", "lifted"] as const;

const groupSchema = z.object({ groupId: z.uuid() });
const sinceSchema = z.object({ at: z.coerce.date() });
const silencedSchema = z.object({ silenced: z.array(z.object({ id: z.uuid(), at: z.string(), reason: z.string() })) });

const ways: Record<(typeof recipientActs)[number], (tx: Tx, undo: Undo) => Promise<string[]>> = {
  tagged: (tx, { ids, what }) => many.takeTagOff(tx, ids, what),
  untagged: (tx, { ids, what }) => many.addTag(tx, ids, what),
  grouped: (tx, { ids, before }) => many.takeOutOfGroup(tx, ids, groupSchema.parse(before).groupId),
  ungrouped: (tx, { ids, before }) => many.putIntoGroup(tx, ids, groupSchema.parse(before).groupId),
  silenced: (tx, { ids, before }) => many.lift(tx, ids, sinceSchema.parse(before).at),
  lifted: (tx, { before }) => many.silenceAgain(tx, silencedSchema.parse(before).silenced),
};

/**
 * Takes back what the member did with many recipients within the last hour: for exactly those it changed, and of them for those
 * that are still as it left them.
 * @throws Refusal("no-access"), Refusal("undo-over")
 */
export async function undoRecipients(actor: Actor, undoId: string): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  if (await letsLeave(actor, undoId)) await requireAccess(actor, undoActs.silenced);
  await db().$transaction(
    async (tx) => {
      const undo = await claimUndo(tx, actor, undoId, recipientActs);
      const { length } = await ways[undo.act](tx, { ...undo, ids: await lockOwn(tx, actor, undo.ids) });
      await countUndone(tx, undo.id, length);
      const reason = `${length}/${undo.ids.length} ${undo.act}`;
      await recordEvent(actor, { action: "recipients.undone", reason }, tx);
    },
    { timeout: 120_000 },
  );
}

/** Whether taking it back lets letters leave. */
async function letsLeave({ organisationId }: Actor, id: string): Promise<boolean> {
  return validate(id) && (await db().undo.count({ where: { id, organisationId, act: "silenced" } })) > 0;
}

/** In the order in which whoever changes them locks them. @returns those that are there still */
async function lockOwn(tx: Tx, actor: Actor, ids: string[]): Promise<string[]> {
  await lockMerged(tx, actor, ids);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from recipients
    where id = any(${ids}::uuid[]) and organisation_id = ${actor.organisationId}::uuid and merged_into_id is null
    order by id for no key update`;
  return rows.map(({ id }) => id);
}
