import { type Actor, requireAccess } from "@/lib/accounts/access";
import { recordEvent } from "@/lib/accounts/record-event";
import { db } from "@/lib/db";
import { Refusal } from "@/lib/errors";
import { Prisma } from "@/lib/generated/prisma/client";
import { lockImport } from "./find-own";
import { queueImport } from "./queue";
import type { Columns } from "./schema";

/**
 * Begins to import a file as its columns are said to be. A worker does it; one at a time in an organisation.
 * @throws Refusal("no-access"), Refusal("not-found"), Refusal("not-possible-now") for a file that was started or cannot be read;
 *   Refusal("import-running") while another one runs
 */
export async function startImport(actor: Actor, id: string, columns: Columns): Promise<void> {
  await requireAccess(actor, "recipients.manage");
  await orRunning(
    db().$transaction(async (tx) => {
      const { settings, fault } = await lockImport(tx, actor, id, ["draft"]);
      if (fault) throw new Refusal("not-possible-now");
      const { accountId } = actor;
      const begun = { state: "running", startedAt: new Date(), accountId } as const;
      await tx.recipientImport.update({ where: { id }, data: { ...begun, settings: { ...settings, columns } } });
      await recordEvent(actor, { action: "import.started", subjectType: "import", subjectId: id }, tx);
      await queueImport(tx, id);
    }),
  );
}

/** Says of the index that lets one run at a time what it means. */
export async function orRunning<T>(change: Promise<T>): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw new Refusal("import-running");
    }
    throw error;
  }
}
