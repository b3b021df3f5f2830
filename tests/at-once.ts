import { expect } from "vitest";
import type pg from "pg";
import { pool } from "@/lib/db";

/**
 * Lets several acts on one organisation, campaign or letter meet: another transaction holds it until every one of them waits
 * for it.
 * @param meanwhile what that transaction does before it lets go
 */
export async function atOnce(
  held: { id: string },
  acts: (() => Promise<unknown>)[],
  meanwhile: (client: pg.PoolClient) => Promise<unknown> = () => Promise.resolve(),
  table: "organisations" | "campaigns" | "letters" = "organisations",
): Promise<PromiseSettledResult<unknown>[]> {
  const client = await pool().connect();
  try {
    await client.query("begin");
    await client.query(`select 1 from ${table} where id = $1 for update`, [held.id]);
    const ends = Promise.allSettled(acts.map((act) => act()));
    await expect.poll(() => countWaiting(), { timeout: 5000 }).toBe(acts.length);
    await meanwhile(client);
    await client.query("commit");
    return await ends;
  } finally {
    client.release(true);
  }
}

// Not asked in the transaction that holds: there Postgres shows the same moment again and again.
async function countWaiting(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    "select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows[0]?.count ?? 0;
}
