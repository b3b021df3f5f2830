import { db } from "@/lib/db";

/** How many statements wait for a lock now. */
export async function lockWaits(): Promise<number> {
  const [row] = await db().$queryRaw<{ waits: number }[]>`
    select count(*)::int as waits from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.waits ?? 0;
}
