import { type Actor, mayDo } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { recordEvent } from "@/lib/accounts/record-event";
import { failpoint } from "@/lib/process/failpoint";
import { readImportFile } from "./find-own";
import { importBatch } from "./import-batch";
import { readRows } from "./read-file";
import type { ImportSettings } from "./schema";
import { undoRows } from "./undo-rows";

const batchRows = 250;

/**
 * Goes on with an import, or with undoing one, from where the last worker came to, until it is through or the signal says stop.
 * Any number may do so at once: each batch is one transaction that knows what was done before it.
 */
export async function runImport(id: string, signal?: AbortSignal): Promise<void> {
  const found = await db().recipientImport.findUnique({
    where: { id },
    select: { state: true, settings: true, next: true, organisationId: true, accountId: true },
  });
  if (found?.state !== "running" && found?.state !== "undoing") return;
  const actor = await findAsker(found);
  if (!actor) {
    await db().recipientImport.update({ where: { id }, data: { state: "failed", endedAt: new Date() } });
  } else if (found.state === "undoing") {
    await undoRows(id, actor, signal);
  } else {
    const through = await importRows(actor, { id, next: found.next, ...(found.settings as ImportSettings) }, signal);
    if (through) await endImport(actor, id);
  }
}

type Asked = { organisationId: string; accountId: string };

/** The member who asked, if still one who may: what was begun does not go on for somebody who was removed. */
async function findAsker({ organisationId, accountId }: Asked): Promise<Actor | null> {
  const of = { organisationId, accountId };
  const select = { id: true, role: true, granted: true, taken: true };
  const member = await db().member.findFirst({ where: { ...of, removedAt: null }, select });
  if (!member || !mayDo(member, "recipients.manage")) return null;
  const { id: memberId, ...held } = member;
  return { ...of, memberId, ...held };
}

type Running = ImportSettings & { id: string; next: number };

/** @returns whether all of the file is dealt with */
async function importRows(
  actor: Actor,
  { id, next, reading, columns }: Running,
  signal?: AbortSignal,
): Promise<boolean> {
  const bytes = await readImportFile(actor, id);
  let batch = [];
  for await (const row of readRows(bytes, reading)) {
    if (row.number >= next) batch.push(row);
    if (batch.length < batchRows) continue;
    if (!(await importBatch({ id, actor, columns }, batch))) return false;
    if (process.env.FAILPOINTS) await failpoint("import-batch");
    if (signal?.aborted) return false;
    batch = [];
  }
  return importBatch({ id, actor, columns }, batch);
}

async function endImport(actor: Actor, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const ended = { state: "done", endedAt: new Date() } as const;
    const { count } = await tx.recipientImport.updateMany({ where: { id, state: "running" }, data: ended });
    if (count > 0) await recordEvent(actor, { action: "import.done", subjectType: "import", subjectId: id }, tx);
  });
}
