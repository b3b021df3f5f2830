import type { Actor } from "@/lib/accounts/access";
import { db } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";
import type { RowOutcome } from "@/lib/generated/prisma/enums";
import { planRows } from "./plan-rows";
import type { FileRow } from "./read-file";
import { readRow } from "./read-row";
import type { Columns } from "./schema";
import { groupIds, insertOffices } from "./insert-offices";
import { updateOffice } from "./update-office";

/** The longest a batch may take: updating goes office by office. */
const timeout = 120_000;

type Target = { id: string; actor: Actor; columns: Columns };

/**
 * Imports rows, and writes down what became of each in the same transaction: whoever comes later, also after a worker died in
 * the middle, begins behind them.
 * @returns whether the import is still running
 */
export async function importBatch({ id, actor, columns }: Target, rows: FileRow[]): Promise<boolean> {
  const read = rows.map((row) => ({ ...row, read: readRow(row.cells, columns) }));
  return db().$transaction(
    async (tx) => {
      const [now] = await tx.$queryRaw<{ next: number }[]>`
        select next from recipient_imports where id = ${id}::uuid and state = 'running' for no key update`;
      if (!now) return false;
      const due = read.filter(({ number }) => number >= now.next);
      const last = due.at(-1);
      if (!last) return true;
      const planned = await planRows(tx, actor, due, columns.twins);
      const { ids, made } = await groupIds(
        tx,
        actor,
        planned.flatMap(({ office }) => office?.groups ?? []),
      );
      const marks = await insertOffices(tx, actor, { importId: id, groups: ids }, planned);
      await tx.recipientImportRow.createMany({
        data: planned.map(({ number, line, outcome, recipientId, reason, problems }) => ({
          importId: id,
          number,
          line,
          outcome,
          recipientId,
          reason,
          problems: problems ?? Prisma.DbNull,
          mark: recipientId && outcome === "made" ? marks.get(recipientId) : null,
        })),
      });
      for (const { number, outcome, recipientId, office } of planned) {
        if (outcome !== "updated" || !recipientId || !office) continue;
        await updateOffice(tx, actor, { importId: id, number, recipientId, groups: ids }, office);
      }
      await countRows(tx, id, { next: last.number + 1, outcomes: planned.map(({ outcome }) => outcome), made });
      return true;
    },
    { timeout, maxWait: 30_000 },
  );
}

type Counted = { next: number; outcomes: RowOutcome[]; made: string[] };

async function countRows(tx: Prisma.TransactionClient, id: string, { next, outcomes, made }: Counted): Promise<void> {
  const count = (which: RowOutcome) => outcomes.filter((outcome) => outcome === which).length;
  await tx.$executeRaw`
    update recipient_imports set next = ${next}, beat_at = now(), nudges = 0, made_groups = made_groups || ${made}::uuid[],
      made = made + ${count("made")}, updated = updated + ${count("updated")}, skipped = skipped + ${count("skipped")},
      bad = bad + ${count("bad")}
    where id = ${id}::uuid`;
}
