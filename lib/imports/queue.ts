import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";

/** How often a worker is sent for an import that gets no further, before that is said. */
const mostNudges = 10;

/** Lets a worker go on with an import. The row is the truth: a job that is lost or comes twice does no harm. */
export async function queueImport(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.$queryRaw`
    select from graphile_worker.add_job('import', json_build_object('id', ${id}::uuid), max_attempts => 1)`;
}

/**
 * Sends a worker for imports whose own is gone. One that never gets further is given up, and can be undone.
 * @returns how many
 */
export async function resumeImports(): Promise<number> {
  return db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; given_up: boolean }[]>`
      update recipient_imports set beat_at = now(), nudges = nudges + 1,
        state = case when nudges >= ${mostNudges} then 'failed' else state end,
        ended_at = case when nudges >= ${mostNudges} then now() else ended_at end
      where state in ('running', 'undoing') and beat_at < now() - interval '30 seconds'
      returning id, state = 'failed' as given_up`;
    for (const { id, given_up: givenUp } of rows) if (!givenUp) await queueImport(tx, id);
    return rows.length;
  });
}
