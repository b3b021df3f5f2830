import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { lockImport } from "./find-own";
import { queueImport } from "./queue";
import { orRunning } from "./start";

/**
 * Begins to take out what an import made and to put back what it wrote over, but for what was used or changed since. A worker does it.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for one that has not ended;
 *   Refusal("import-running") while another one runs
 */
export async function undoImport(actor: Actor, id: string): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  await orRunning(
    db().$transaction(async (tx) => {
      await lockImport(tx, actor, id, ["done", "failed"]);
      const begun = { state: "undoing", accountId: actor.accountId, endedAt: null, nudges: 0 } as const;
      await tx.recipientImport.update({ where: { id }, data: begun });
      await recordEvent(actor, { action: "import.undone", subjectType: "import", subjectId: id }, tx);
      await queueImport(tx, id);
    }),
  );
}
