import type { Actor } from "@/lib/accounts/access";
import type { Prisma } from "@/lib/generated/prisma/client";
import { openBefore } from "./before";
import { markOf, markShape } from "./mark";
import { isRelied, putBack } from "./put-back";

type Tx = Prisma.TransactionClient;
type Row = { number: number; recipientId: string; mark: string | null; sealedBefore: Uint8Array };
type Outcome = "restored" | "used" | "changed" | "merged";

const batchRows = 100;

/** Puts back what rows of an import wrote over, where nobody changed it since. @returns whether there were any */
export async function undoUpdates(tx: Tx, actor: Actor, importId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<Row[]>`
    select number, recipient_id as "recipientId", mark, sealed_before as "sealedBefore" from recipient_import_rows
    where import_id = ${importId}::uuid and outcome = 'updated' and sealed_before is not null
    order by number limit ${batchRows}`;
  if (rows.length === 0) return false;
  const ids = rows.map(({ recipientId }) => recipientId);
  await tx.$queryRaw`select 1 from recipients where id = any(${ids}::uuid[]) order by id for update`;
  for (const row of rows) await note(tx, { importId, ...row }, await undoUpdate(tx, actor, importId, row));
  return true;
}

async function undoUpdate(tx: Tx, actor: Actor, importId: string, row: Row): Promise<Outcome> {
  const { number, recipientId, mark, sealedBefore } = row;
  const present = await tx.recipient.findFirst({
    where: { id: recipientId, organisationId: actor.organisationId, mergedIntoId: null },
    select: markShape,
  });
  if (!present) return "merged";
  if (markOf(present) !== mark) return "changed";
  const written = { present, before: openBefore({ importId, number }, sealedBefore) };
  if (await isRelied(tx, written)) return "used";
  await putBack(tx, actor, importId, written);
  return "restored";
}

/** Later rows of the file that wrote over the same recipient fare like the first. */
async function note(
  tx: Tx,
  { importId, recipientId }: Pick<Row, "recipientId"> & { importId: string },
  outcome: Outcome,
): Promise<void> {
  const back = outcome === "restored";
  await tx.recipientImportRow.updateMany({
    where: { importId, recipientId, outcome: "updated" },
    data: back
      ? { outcome, mark: null, sealedBefore: null }
      : { outcome: "kept", reason: outcome, mark: null, sealedBefore: null },
  });
  const one = { increment: 1 };
  await tx.recipientImport.update({
    where: { id: importId },
    data: { ...(back ? { restored: one } : { kept: one }), beatAt: new Date(), nudges: 0 },
  });
}
