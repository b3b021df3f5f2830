import type { Actor } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { markOf, markShape } from "./mark";
import { undoUpdates } from "./undo-updates";
import { usedRecipients } from "./used.sql";

const batchRows = 250;
const timeout = 120_000;

type Tx = Prisma.TransactionClient;
/** Why a recipient stays: somebody writes or wrote to it, changed it, or merged it into another. */
type Kept = "used" | "changed" | "merged";
type Row = { number: number; recipientId: string; mark: string | null };

/** Takes out what an import made and puts back what it wrote over, batch by batch, until nothing is left to decide or the signal says stop. */
export async function undoRows(id: string, actor: Actor, signal?: AbortSignal): Promise<void> {
  while (await undoBatch(actor, id)) if (signal?.aborted) return;
}

/** @returns whether there may be more */
async function undoBatch(actor: Actor, id: string): Promise<boolean> {
  return db().$transaction(
    async (tx) => {
      const [now] = await tx.$queryRaw<{ madeGroups: string[] }[]>`
        select made_groups as "madeGroups" from recipient_imports where id = ${id}::uuid and state = 'undoing' for no key update`;
      if (!now) return false;
      const rows = await tx.$queryRaw<Row[]>`
        select number, recipient_id as "recipientId", mark from recipient_import_rows
        where import_id = ${id}::uuid and outcome = 'made' order by number limit ${batchRows}`;
      if (rows.length === 0) return (await undoUpdates(tx, actor, id)) || endUndo(tx, actor, { id, ...now });
      const kept = await decide(tx, actor, rows);
      const gone = rows.filter(({ number }) => !kept.has(number));
      await removeRecipients(
        tx,
        gone.map(({ recipientId }) => recipientId),
      );
      await note(tx, id, { gone, kept });
      return true;
    },
    { timeout, maxWait: 30_000 },
  );
}

/** Which rows stay and why. Until the transaction ends nobody takes one of the others up. */
async function decide(tx: Tx, { organisationId }: Actor, rows: Row[]): Promise<Map<number, Kept>> {
  const ids = rows.map(({ recipientId }) => recipientId);
  await tx.$queryRaw`select 1 from recipients where id = any(${ids}::uuid[]) order by id for update`;
  const select = { ...markShape, mergedIntoId: true, _count: { select: { holders: true, addresses: true } } } as const;
  const present = await tx.recipient.findMany({ where: { id: { in: ids }, organisationId }, select });
  const used = await usedRecipients(tx, ids);
  return new Map(
    rows.flatMap(({ number, recipientId, mark }): [number, Kept][] => {
      const now = present.find(({ id }) => id === recipientId);
      if (!now || now.mergedIntoId) return [[number, "merged"]];
      if (used.has(recipientId)) return [[number, "used"]];
      const asMade = markOf(now) === mark && now._count.addresses === now.addresses.length;
      return asMade ? [] : [[number, "changed"]];
    }),
  );
}

async function removeRecipients(tx: Tx, ids: string[]): Promise<void> {
  const where = { recipientId: { in: ids } };
  await tx.recipientGroupMember.deleteMany({ where });
  await tx.recipientText.deleteMany({ where });
  await tx.holder.deleteMany({ where });
  await tx.address.deleteMany({ where });
  await tx.recipient.deleteMany({ where: { id: { in: ids } } });
}

async function note(tx: Tx, id: string, { gone, kept }: { gone: Row[]; kept: Map<number, Kept> }): Promise<void> {
  const removed = { outcome: "removed", recipientId: null, mark: null } as const;
  await tx.recipientImportRow.updateMany({
    where: { importId: id, number: { in: gone.map(({ number }) => number) } },
    data: removed,
  });
  for (const reason of ["used", "changed", "merged"] as const) {
    const number = { in: [...kept].flatMap(([at, why]) => (why === reason ? [at] : [])) };
    await tx.recipientImportRow.updateMany({ where: { importId: id, number }, data: { outcome: "kept", reason } });
  }
  await tx.$executeRaw`
    update recipient_imports set removed = removed + ${gone.length}, kept = kept + ${kept.size}, beat_at = now(), nudges = 0
    where id = ${id}::uuid`;
}

async function endUndo(tx: Tx, actor: Actor, { id, madeGroups }: { id: string; madeGroups: string[] }): Promise<false> {
  const { organisationId } = actor;
  await tx.recipientGroup.deleteMany({ where: { id: { in: madeGroups }, organisationId, members: { none: {} } } });
  await tx.recipientImport.update({ where: { id }, data: { state: "undone", endedAt: new Date() } });
  await recordEvent(actor, { action: "import.undo-done", subjectType: "import", subjectId: id }, tx);
  return false;
}
